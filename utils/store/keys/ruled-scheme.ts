import * as z from 'zod/mini';
import { RULED, SCHEMES, type Scheme } from './key-record';
import type { KeyRecords } from './vault-db';

/** The scheme that the policy's key was found to need; the key itself is not stored. */
const ruledSchema = z.object({ fingerprint: z.string(), scheme: z.enum(SCHEMES) });

/** Returns the scheme that was found for the policy's key of this fingerprint; null where none was. */
export function ruledScheme(records: KeyRecords | null, fingerprint: string): Scheme | null {
  const read = ruledSchema.safeParse(records?.find(([slot]) => slot === RULED)?.[1]);
  return read.success && read.data.fingerprint === fingerprint ? read.data.scheme : null;
}
