import { browser } from 'wxt/browser';
import { CANDIDATE } from '@/utils/store/keys/key-record';
import { deleteKey } from '@/utils/store/keys/vault';
import { sweepFirstPaints } from '@/utils/store/snapshots/first-paint-cache';
import { sweepMonths } from '@/utils/store/snapshots/months';
import { sweepSnapshots } from '@/utils/store/snapshots/snapshots';
import { sweepSpans } from '@/utils/store/snapshots/spans';
import { SWEEP_ALARM } from './alarms';

const DAY_MINUTES = 24 * 60;

/** Schedules the daily removal of old data, as a browser may run for weeks without a restart. */
export async function keepSweeping(): Promise<void> {
  if (!(await browser.alarms.get(SWEEP_ALARM))) {
    await browser.alarms.create(SWEEP_ALARM, { periodInMinutes: DAY_MINUTES });
  }
}

/** Removes what is too old to be shown, and a key that was tested and never saved. */
export async function sweep(nowMs = Date.now()): Promise<void> {
  await Promise.all([
    sweepSnapshots(nowMs),
    sweepFirstPaints(nowMs),
    sweepSpans(nowMs),
    sweepMonths(nowMs),
    deleteKey(CANDIDATE),
  ]);
}
