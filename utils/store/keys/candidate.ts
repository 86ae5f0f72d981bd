import { fail, ok, type Result } from '@/utils/failure';
import { changeKeys } from './change-keys';
import { fingerprintOf } from './fingerprint';
import { CANDIDATE, type KeyPlace, parseRecord, type Slot } from './key-record';
import { readRecords } from './vault-db';

/** Whether a key is the one that is being tested. */
export async function isCandidate(fingerprint: string): Promise<boolean> {
  const records = (await readRecords()) ?? [];
  return records.some(
    ([slot, value]) => slot === CANDIDATE && parseRecord(value)?.fingerprint === fingerprint,
  );
}

/**
 * Moves the tested key to a profile, for a place. Returns `no-key` where it no longer exists, as
 * another options page may have stored its own candidate; then the profile keeps its old key.
 */
export async function promoteCandidate(
  slot: Slot,
  apiKey: string,
  place?: KeyPlace,
): Promise<Result<null>> {
  const fingerprint = await fingerprintOf(apiKey);
  const done = await changeKeys(async (keys) => {
    const record = parseRecord(await keys.get(CANDIDATE));
    if (record?.fingerprint !== fingerprint) return false;
    await keys.put(place ? { ...record, place } : record, slot);
    await keys.delete(CANDIDATE);
    return true;
  });
  if (!done.ok) return done;
  return done.value ? ok(null) : fail({ kind: 'no-key' });
}
