import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
import { monthOf } from '@/utils/figures/time/months';
import { deleteEntry, readEntry, withCache, writeEntry } from './db';
import { entriesFor } from './private-entries';
import { sweepEntries } from './sweep-entries';

/** The person whose month it is; a budget is about one person over all mentors. */
export interface MonthPlace {
  baseUrl: string;
  org: string;
  user: string;
  keyFingerprint: string;
  isPrivate?: boolean | undefined;
}

const monthSchema = z.object({ total: z.number(), asOfMs: z.number() });
const stepSchema = z.number();
/** Older releases stored the user name alone. */
const personSchema = z.union([z.string(), z.object({ user: z.string(), org: z.string() })]);

const keyOf = ({ baseUrl, org, user, keyFingerprint }: MonthPlace, nowMs: number) =>
  JSON.stringify([baseUrl, org, user, keyFingerprint, monthOf(nowMs).startMs]);
/** A person is told of a budget once, whichever key it is asked with. */
const toldOf = ({ baseUrl, org, user }: MonthPlace, nowMs: number) =>
  `told ${JSON.stringify([baseUrl, org, user, monthOf(nowMs).startMs])}`;

/** Returns the last known cost of the month of `nowMs`; null where there is none. */
export async function readMonth(place: MonthPlace, nowMs: number): Promise<MonthCost | null> {
  const read = monthSchema.safeParse(
    await entriesFor(place).read('months', `cost ${keyOf(place, nowMs)}`),
  );
  return read.success ? read.data : null;
}

/** Stores a month's cost. */
export async function writeMonth(place: MonthPlace, month: MonthCost): Promise<void> {
  await entriesFor(place).write('months', `cost ${keyOf(place, month.asOfMs)}`, month);
}

const toldKey = (place: MonthPlace, budget: number, nowMs: number) =>
  `${toldOf(place, nowMs)} ${budget}`;

/**
 * Returns the highest step of a budget (US dollars) for which a notification was shown this month;
 * 0 for none.
 */
export async function readTold(place: MonthPlace, budget: number, nowMs: number): Promise<number> {
  const read = stepSchema.safeParse(await readEntry('months', toldKey(place, budget, nowMs)));
  return read.success ? read.data : 0;
}

/** Stores the step for which a notification was shown, so that it is shown only once. */
export async function writeTold(
  place: MonthPlace,
  budget: number,
  nowMs: number,
  step: number,
): Promise<void> {
  await writeEntry('months', toldKey(place, budget, nowMs), step);
}

/** Returns the person last viewed with a profile, whose budget is watched while no page is open. */
export async function readPerson(profileId: string): Promise<string | null> {
  const person = await personOf(profileId);
  return typeof person === 'string' ? person : (person?.user ?? null);
}

/** Returns the organization of that person as the page spells it; null where that is unknown. */
export async function readSpelledOrg(profileId: string): Promise<string | null> {
  const person = await personOf(profileId);
  return typeof person === 'string' ? null : (person?.org ?? null);
}

async function personOf(profileId: string) {
  const read = personSchema.safeParse(await readEntry('months', `person ${profileId}`));
  return read.success ? read.data : null;
}

/** Stores the person last viewed with a profile, with the organization as the page spells it. */
export async function writePerson(profileId: string, user: string, org?: string): Promise<void> {
  await writeEntry('months', `person ${profileId}`, org === undefined ? user : { user, org });
}

/** Deletes the person of a profile. */
export const deletePerson = (profileId: string): Promise<Result<null>> =>
  deleteEntry('months', `person ${profileId}`);

/** Deletes a month's cost and the step for which a notification was shown. */
export async function deleteMonth(place: MonthPlace, nowMs: number): Promise<void> {
  const key = keyOf(place, nowMs);
  // No notification is about the person of a private window.
  if (place.isPrivate) return void (await entriesFor(place).delete('months', `cost ${key}`));
  await withCache(async (db) => {
    const { store, done } = db.transaction('months', 'readwrite');
    const told = toldOf(place, nowMs);
    const steps = IDBKeyRange.bound(told, `${told}\uffff`);
    await Promise.all([store.delete(`cost ${key}`), store.delete(steps), done]);
  });
}

/**
 * Deletes the months that are over, and the persons of profiles without a budget; `watched` are the
 * ids of those with one, null where they are unknown.
 */
export async function sweepMonths(nowMs: number, watched: string[] | null = null): Promise<void> {
  const running = `,${monthOf(nowMs).startMs}]`;
  await sweepEntries('months', (_value, key) =>
    key.startsWith('person ')
      ? watched !== null && !watched.includes(key.slice('person '.length))
      : !key.includes(running),
  );
}
