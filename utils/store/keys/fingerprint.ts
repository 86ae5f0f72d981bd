/** Returns 16 hexadecimal digits that identify a key without revealing it. */
export async function fingerprintOf(apiKey: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`lens:${apiKey}`));
  return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
