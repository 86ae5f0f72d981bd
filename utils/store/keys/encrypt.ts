import * as z from 'zod/mini';

/** An API key as it rests: only this browser can open it, and only while it holds the `lock`. */
export const sealedSchema = z.object({
  iv: z.instanceof(Uint8Array),
  sealed: z.instanceof(ArrayBuffer),
  lock: z.instanceof(CryptoKey),
});
export type Sealed = z.infer<typeof sealedSchema>;

/** Encrypts a key under a lock of its own, which can be stored but not taken out of the browser. */
export async function encryptKey(apiKey: string): Promise<Sealed> {
  const lock = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = new TextEncoder().encode(apiKey);
  return { iv, lock, sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, lock, clear) };
}

/** The key in clear; rejects when a single bit of what rests has changed. */
export async function decryptKey({ iv, lock, sealed }: Sealed): Promise<string> {
  const clear = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: new Uint8Array(iv) },
    lock,
    sealed,
  );
  return new TextDecoder().decode(clear);
}

/** 16 hexadecimal digits that name a key without telling it. */
export async function fingerprintOf(apiKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`lens:${apiKey}`));
  return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
