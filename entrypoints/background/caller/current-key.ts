/** Tells whether a key is still the saved one. */
export interface KeyWatch {
  /** Null where that cannot be read now. */
  isCurrentKey(fingerprint: string): Promise<boolean | null>;
}

/**
 * Writes something for a key, unless that is no longer the saved one; null then. Looked at before and
 * after: a key may be deleted, and the cache emptied, between the look and the write, and what was
 * written for it must go again. A vault that cannot be read begins no write and takes none back.
 */
export async function writeForKey<T>(
  watch: KeyWatch,
  fingerprint: string,
  write: () => Promise<T>,
  undo: () => Promise<unknown>,
): Promise<T | null> {
  if (!(await watch.isCurrentKey(fingerprint))) return null;
  const written = await write();
  if ((await watch.isCurrentKey(fingerprint)) !== false) return written;
  await undo();
  return null;
}
