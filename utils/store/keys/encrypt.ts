import type { Sealed } from './key-record';

/** Encrypts a key with a new lock, which can be stored but not exported from the browser. */
export async function encryptKey(apiKey: string): Promise<Sealed> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = new TextEncoder().encode(apiKey);
  return { iv, lock, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, lock, clear) };
}

/** Returns the decrypted key; rejects when a single bit of the stored data has changed. */
export async function decryptKey({ iv, lock, sealed }: Sealed): Promise<string> {
  const clear = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: new Uint8Array(iv) },
    lock,
    sealed,
  );
  return new TextDecoder().decode(clear);
}
