import { browser } from 'wxt/browser';
import { readKeyMetas } from '@/utils/store/keys/key-metas';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { deleteKey } from '@/utils/store/keys/vault';
import { readSettings, type Settings } from '@/utils/store/settings/settings';
import { sweepBreakers } from '@/utils/store/snapshots/breakers';
import { sweepCapabilities } from '@/utils/store/snapshots/capabilities';
import { sweepFirstPaints } from '@/utils/store/snapshots/first-paint-cache';
import { sweepMentors } from '@/utils/store/snapshots/mentors';
import { sweepMonths } from '@/utils/store/snapshots/months';
import { sweepSnapshots } from '@/utils/store/snapshots/snapshots';
import { sweepSpans } from '@/utils/store/snapshots/spans';
import { SWEEP_ALARM } from '../listeners/alarms';

const DAY_MINUTES = 24 * 60;

/** Schedules the daily removal of old data, as a browser may run for weeks without a restart. */
export async function keepSweeping(): Promise<void> {
  if (!(await browser.alarms.get(SWEEP_ALARM))) {
    await browser.alarms.create(SWEEP_ALARM, { periodInMinutes: DAY_MINUTES });
  }
}

/** Removes what is too old to be shown, and a key that was tested and never saved. */
export async function sweep(nowMs = Date.now()): Promise<void> {
  const [keys, read] = await Promise.all([readKeyMetas(), readSettings()]);
  const fingerprints = keys && Object.values(keys).map(({ fingerprint }) => fingerprint);
  await Promise.all([
    sweepSnapshots(nowMs),
    sweepFirstPaints(nowMs),
    sweepSpans(nowMs),
    sweepMentors(nowMs),
    sweepCapabilities(nowMs),
    sweepBreakers(nowMs, fingerprints),
    sweepMonths(nowMs, read.state === 'ok' ? watchedIn(read.settings) : null),
    deleteKey(CANDIDATE),
  ]);
}

/** The ids of the profiles that have a budget. */
const watchedIn = ({ profiles }: Settings): string[] =>
  profiles.flatMap(({ id, monthlyBudget }) => (monthlyBudget === null ? [] : [id]));
