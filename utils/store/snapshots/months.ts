import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { type MonthCost, monthOf } from '@/utils/figures/budget';
import { deleteEntry, readEntry, withCache, writeEntry } from './db';

/** Whose month it is; a budget is about one person over all mentors. */
export interface MonthPlace {
  baseUrl: string;
  org: string;
  user: string;
  keyFingerprint: string;
}

const monthSchema = z.object({ total: z.number(), asOfMs: z.number() });
const stepSchema = z.number();
const personSchema = z.string();

const keyOf = ({ baseUrl, org, user, keyFingerprint }: MonthPlace, nowMs: number) =>
  JSON.stringify([baseUrl, org, user, keyFingerprint, monthOf(nowMs).startMs]);

/** The cost of the month that runs at `nowMs`, as it was answered last; null where it never was. */
export async function readMonth(place: MonthPlace, nowMs: number): Promise<MonthCost | null> {
  const read = monthSchema.safeParse(await readEntry('months', `cost ${keyOf(place, nowMs)}`));
  return read.success ? read.data : null;
}

/** Keeps a month's cost. */
export async function writeMonth(place: MonthPlace, month: MonthCost): Promise<void> {
  await writeEntry('months', `cost ${keyOf(place, month.asOfMs)}`, month);
}

const toldKey = (place: MonthPlace, budget: number, nowMs: number) =>
  `told ${keyOf(place, nowMs)} ${budget}`;

/** The highest step of an amount (US dollars) that was told of in this month: 0 for none. */
export async function readTold(place: MonthPlace, budget: number, nowMs: number): Promise<number> {
  const read = stepSchema.safeParse(await readEntry('months', toldKey(place, budget, nowMs)));
  return read.success ? read.data : 0;
}

/** Remembers up to which step was told of an amount, so that nobody hears of it twice. */
export async function writeTold(
  place: MonthPlace,
  budget: number,
  nowMs: number,
  step: number,
): Promise<void> {
  await writeEntry('months', toldKey(place, budget, nowMs), step);
}

/** The person last looked at with a profile: whose budget is watched while no page is open. */
export async function readPerson(profileId: string): Promise<string | null> {
  const read = personSchema.safeParse(await readEntry('months', `person ${profileId}`));
  return read.success ? read.data : null;
}

/** Remembers the person last looked at with a profile. */
export async function writePerson(profileId: string, user: string): Promise<void> {
  await writeEntry('months', `person ${profileId}`, user);
}

/** Forgets the person of a profile. */
export const deletePerson = (profileId: string): Promise<Result<null>> =>
  deleteEntry('months', `person ${profileId}`);

/** Forgets what a month cost, and up to which step of an amount was told. */
export async function deleteMonth(place: MonthPlace, nowMs: number): Promise<void> {
  const key = keyOf(place, nowMs);
  await withCache(async (db) => {
    const { store, done } = db.transaction('months', 'readwrite');
    const told = IDBKeyRange.bound(`told ${key}`, `told ${key}\uffff`);
    await Promise.all([store.delete(`cost ${key}`), store.delete(told), done]);
  });
}

/** Removes the months that are over. */
export async function sweepMonths(nowMs: number): Promise<void> {
  const running = `,${monthOf(nowMs).startMs}]`;
  await withCache(async (db) => {
    const { store, done } = db.transaction('months', 'readwrite');
    const keys = await store.getAllKeys();
    const over = keys.filter((key) => !key.startsWith('person ') && !key.includes(running));
    await Promise.all([...over.map((key) => store.delete(key)), done]);
  });
}
