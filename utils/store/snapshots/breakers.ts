import * as z from 'zod/mini';
import { readEntry, writeEntry } from './db';

const breakerSchema = z.object({
  notBeforeMs: z.number(),
  failures: z.number(),
  openUntilMs: z.number(),
  status: z.number(),
});

/** What keeps requests from a host; kept, as the next worker has to obey it too. */
export type StoredBreaker = z.infer<typeof breakerSchema>;

/** The gate of a host; null where none is stored that could be read. */
export async function readBreaker(host: string): Promise<StoredBreaker | null> {
  const read = breakerSchema.safeParse(await readEntry('gates', `host ${host}`));
  return read.success ? read.data : null;
}

/** Remembers the gate of a host. */
export async function writeBreaker(host: string, gate: StoredBreaker): Promise<void> {
  await writeEntry('gates', `host ${host}`, gate);
}

/** Whether the API rejected this key, and nothing has cleared that since. */
export const readRejected = async (fingerprint: string): Promise<boolean> =>
  (await readEntry('gates', `key ${fingerprint}`)) === true;

/** Remembers that a key was rejected, or that it may be tried again. */
export async function writeRejected(fingerprint: string, rejected: boolean): Promise<void> {
  await writeEntry('gates', `key ${fingerprint}`, rejected);
}
