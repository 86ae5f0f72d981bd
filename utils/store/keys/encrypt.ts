import * as z from 'zod/mini';

/**
 * An API key as it is stored: only this browser can decrypt it, and only while it has the `lock`.
 */
export const sealedSchema = z.object({
  iv: z.instanceof(Uint8Array),
  sealed: z.instanceof(ArrayBuffer),
  lock: z.instanceof(CryptoKey),
});
export type Sealed = z.infer<typeof sealedSchema>;

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

/** Returns 16 hexadecimal digits that identify a key without revealing it. */
export async function fingerprintOf(apiKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`lens:${apiKey}`));
  return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
