import type { MonthCost } from '@/utils/figures/budget';
import { sharedRun } from '@/utils/shared-run';
import { isCandidate } from '@/utils/store/keys/candidate';
import { readKeyMetas } from '@/utils/store/keys/key-metas';
import { dropAddsUp, writeAddsUp } from '@/utils/store/snapshots/adds-up';
import {
  deleteBreaker,
  deleteLimit,
  type KeyUse,
  type StoredBreaker,
  type StoredRefusal,
  writeBreaker,
  writeLimit,
  writeRefusal,
} from '@/utils/store/snapshots/breakers';
import { dropCapabilities, writeCapabilities } from '@/utils/store/snapshots/capabilities';
import { dropMentor, type KnownMentor, writeMentor } from '@/utils/store/snapshots/mentors';
import {
  deleteMonth,
  deletePerson,
  type MonthPlace,
  writeMonth,
  writePerson,
  writeTold,
} from '@/utils/store/snapshots/months';
import { writeForKey } from './current-key';

// "Delete my data" takes the keys first. Whatever a request that was under way then finds out is written for
// a key that is stored, or not at all: nothing of the user's comes back.

/** One look for many writes at once. */
const lookAtKeys = sharedRun(() => readKeyMetas());

/** Whether a key is saved; null if that can't be read now. */
export async function isCurrentKey(fingerprint: string): Promise<boolean | null> {
  const keys = await lookAtKeys();
  return keys && Object.values(keys).some((key) => key.fingerprint === fingerprint);
}

/** Whether a key is saved or being tested, as the results of a test are kept too. */
const isStoredKey = async (fingerprint: string): Promise<boolean | null> => {
  const isSaved = await isCurrentKey(fingerprint);
  return isSaved || (await isCandidate(fingerprint)) || isSaved;
};

const saved = { isCurrentKey };
const savedOrTested = { isCurrentKey: isStoredKey };
/** A notification that was shown must be noted, or it is shown again. */
const notDeleted = {
  isCurrentKey: async (fingerprint: string) => (await isCurrentKey(fingerprint)) ?? true,
};

type Deployment = { baseUrl: string; org: string; keyFingerprint: string };
type MentorName = { baseUrl: string; org: string; idOrSlug: string };

/** The worker's stores other than figures; each entry belongs to the key that was used to find it out. */
export const keptForKey = {
  month: (place: MonthPlace, month: MonthCost) =>
    writeForKey(
      saved,
      place.keyFingerprint,
      () => writeMonth(place, month),
      () => deleteMonth(place, month.asOfMs),
    ),
  told: (place: MonthPlace, budget: number, nowMs: number, step: number) =>
    writeForKey(
      notDeleted,
      place.keyFingerprint,
      () => writeTold(place, budget, nowMs, step),
      () => deleteMonth(place, nowMs),
    ),
  person: (keyFingerprint: string, profileId: string, user: string, org?: string) =>
    writeForKey(
      saved,
      keyFingerprint,
      () => writePerson(profileId, user, org),
      () => deletePerson(profileId),
    ),
  mentor: (keyFingerprint: string, name: MentorName, mentor: KnownMentor) =>
    writeForKey(
      saved,
      keyFingerprint,
      () => writeMentor(name, mentor),
      () => dropMentor(name),
    ),
  capabilities: (deployment: Deployment, capabilities: object) =>
    writeForKey(
      savedOrTested,
      deployment.keyFingerprint,
      () => writeCapabilities(deployment, capabilities),
      () => dropCapabilities(deployment),
    ),
  addsUp: (deployment: Deployment, parts: string, addsUp: boolean) =>
    writeForKey(
      saved,
      deployment.keyFingerprint,
      () => writeAddsUp(deployment, parts, addsUp),
      () => dropAddsUp(deployment, parts),
    ),
  host: (host: string, breaker: StoredBreaker, keyFingerprint: string) =>
    writeForKey(
      savedOrTested,
      keyFingerprint,
      () => writeBreaker(host, breaker),
      () => deleteBreaker(host),
    ),
  refusal: (use: KeyUse, refusal: StoredRefusal | null) =>
    writeForKey(
      savedOrTested,
      use.keyFingerprint,
      () => writeRefusal(use, refusal),
      () => writeRefusal(use, null),
    ),
  limit: (host: string, keyFingerprint: string, untilMs: number) =>
    writeForKey(
      savedOrTested,
      keyFingerprint,
      () => writeLimit(host, keyFingerprint, untilMs),
      () => deleteLimit(host, keyFingerprint),
    ),
};
