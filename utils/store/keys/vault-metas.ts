import { CANDIDATE, type KeyMeta, metaOf, parseRecord, type Slot } from './key-record';
import { type KeyRecords, readRecords } from './vault-db';

/**
 * Returns the metadata of each slot's key, without damaged ones; null where the vault cannot be
 * opened now. `records` are records that were read before.
 */
export async function readMetas(
  records: KeyRecords | null | Promise<KeyRecords | null> = readRecords(),
): Promise<Record<Slot, KeyMeta> | null> {
  const found = await records;
  if (found === null) return null;
  const metas: Record<Slot, KeyMeta> = {};
  for (const [slot, value] of found) {
    const record = parseRecord(value);
    if (!record || slot === CANDIDATE) continue;
    metas[slot] = metaOf(record);
  }
  return metas;
}
