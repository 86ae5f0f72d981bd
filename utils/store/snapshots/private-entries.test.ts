import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sampleFigures } from '@/utils/cards/fake-figures';
import { identityKey } from '@/utils/identity';
import type { Change } from '../change';
import { deleteEverything } from '../wipe';
import { clearRefusals, readRefusal, writeRefusal } from './breakers';
import { clearCache, withCache } from './db';
import { dropMentor, readMentor, writeMentor } from './mentors';
import { deleteMonth, readMonth, writeMonth } from './months';
import { onPrivateChange } from './private-changes';
import { clearPrivate } from './private-entries';
import { changeSnapshot, dropSnapshot, readSnapshot } from './snapshots';
import { dropSpanCost, readSpanCosts, writeSpanCost } from './spans';

const NOW = Date.UTC(2026, 10, 18, 15);
const RANGE = { kind: '30d' } as const;
const span = { startMs: NOW - 2, endMs: NOW - 1 };
const { cost, feedback } = sampleFigures(RANGE, false, NOW);
const ada = (isPrivate?: boolean) => ({
  ...{ baseUrl: 'https://b', org: 'acme', user: 'ada', mentorId: null, keyFingerprint: 'f' },
  ...{ pathUser: 'ada', idOrSlug: 'tutor' },
  isPrivate,
});
type Whose = ReturnType<typeof ada>;

async function fill(whose: Whose) {
  await Promise.all([
    changeSnapshot(whose, RANGE, (now) => ({ ...now, cost: { data: cost } }), NOW),
    changeSnapshot(whose, RANGE, (now) => ({ ...now, feedback: { data: feedback } }), NOW),
  ]);
  await changeSnapshot(whose, RANGE, () => null, NOW + 1);
  await writeSpanCost(whose, span, 5, NOW);
  await writeMonth(whose, { total: 5, asOfMs: NOW });
  await writeMentor(whose, { mentorId: 'm', name: 'Tutor' }, NOW);
  await writeRefusal(whose, { atMs: NOW, final: true });
}

const found = async (whose: Whose) => [
  Object.keys((await readSnapshot(whose, RANGE, NOW))?.cards ?? {}).sort(),
  await readSpanCosts(whose, [span]),
  (await readMonth(whose, NOW))?.total,
  (await readMentor(whose, NOW))?.name,
  (await readRefusal(whose))?.final,
];
const ALL = [['cost', 'feedback'], [5], 5, 'Tutor', true];
const NONE = [[], [undefined], undefined, undefined, undefined];

/** How many entries are on disk. */
async function onDisk(): Promise<number> {
  const read = await withCache((db) =>
    Promise.all([...db.objectStoreNames].map((name) => db.count(name))),
  );
  const items = Object.keys(await browser.storage.local.get()).length;
  return read.ok ? read.value.reduce((sum, count) => sum + count, items) : -1;
}

const openWindow = (incognito: boolean) =>
  vi.spyOn(browser.windows, 'getAll').mockResolvedValue([{ incognito }] as never);
beforeEach(async () => {
  openWindow(true);
  await clearCache();
});

it('what comes after the last private window was closed is not kept', async () => {
  openWindow(false);
  await fill(ada(true));
  expect(await browser.storage.session.get(null)).toEqual({});
});

it('of a private window all is found again, and nothing of it is on disk', async () => {
  await fill(ada(true));
  expect(await found(ada(true))).toEqual(ALL);
  expect(await onDisk()).toBe(0);
});

it('of a private window nothing is seen in another one, nor the other way', async () => {
  await fill(ada(true));
  expect(await found(ada())).toEqual(NONE);
  await clearPrivate();
  await fill(ada());
  expect(await found(ada(true))).toEqual(NONE);
  await clearPrivate();
  expect(await found(ada())).toEqual(ALL);
});

it.each([
  ['deleted one by one', remove],
  ['deleted with everything', deleteEverything],
  ['forgotten with the window', clearPrivate],
])('of a private window nothing is left when it is %s', async (_how, work) => {
  await fill(ada(true));
  await work();
  expect(await found(ada(true))).toEqual(NONE);
  expect(await browser.storage.session.get(null)).toEqual({});
});

async function remove() {
  const whose = ada(true);
  await dropSnapshot(whose, RANGE);
  await dropSpanCost(whose, span);
  await deleteMonth(whose, NOW);
  await dropMentor(whose);
  await clearRefusals(whose.keyFingerprint);
}

it('figures and months of a private window are told of to its pages, which hear no announcement', async () => {
  const heard: Change[] = [];
  const stop = onPrivateChange((change) => heard.push(change));
  await changeSnapshot(ada(true), RANGE, (now) => ({ ...now, cost: { data: cost } }), NOW);
  await writeMonth(ada(true), { total: 5, asOfMs: NOW });
  await writeMentor(ada(true), { mentorId: 'm', name: 'Tutor' }, NOW);
  const told = [{ kind: 'snapshot', identityKey: identityKey(ada(true)) }, { kind: 'month' }];
  await expect.poll(() => heard).toEqual(told);
  stop();
  await writeMonth(ada(true), { total: 6, asOfMs: NOW });
  expect(heard).toEqual(told);
});
