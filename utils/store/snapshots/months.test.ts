import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { writeEntry } from './db';
import {
  deleteMonth,
  readMonth,
  readPerson,
  readSpelledOrg,
  readTold,
  sweepMonths,
  writeMonth,
  writePerson,
  writeTold,
} from './months';

const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint: 'f' };
const march = Date.UTC(2026, 2, 20);
const april = Date.UTC(2026, 3, 1);

it('a month is one person’s, by one key, and of its own calendar month', async () => {
  await writeMonth(place, { total: 5, asOfMs: march });
  await writeTold(place, 50, march, 0.8);
  expect(await readMonth(place, march + 86_400_000)).toEqual({ total: 5, asOfMs: march });
  expect(await readTold(place, 50, march)).toBe(0.8);
  for (const other of [{ user: 'eve' }, { org: 'beta' }, { baseUrl: 'x' }]) {
    expect(await readMonth({ ...place, ...other }, march)).toBeNull();
    expect(await readTold({ ...place, ...other }, 50, march)).toBe(0);
  }
  // Of another key's answers nothing is known, but a notification is not shown again for it.
  expect(await readMonth({ ...place, keyFingerprint: 'g' }, march)).toBeNull();
  expect(await readTold({ ...place, keyFingerprint: 'g' }, 50, march)).toBe(0.8);
  // A changed budget amount is a different one.
  expect(await readTold(place, 60, march)).toBe(0);
  // In a new month no cost is known yet and no notification was shown.
  expect(await readMonth(place, april)).toBeNull();
  expect(await readTold(place, 50, april)).toBe(0);
});

it('fault 51: an entry of another shape is none', async () => {
  const startMs = Date.UTC(2026, 2, 1);
  const key = `cost ${JSON.stringify(['https://b', 'acme', 'ada', 'f', startMs])}`;
  await writeEntry('months', key, { total: '5' });
  expect(await readMonth(place, march)).toBeNull();
});

it('a person is kept with the organization as the page spells it, which older releases did not know', async () => {
  await writePerson('b', 'ada', 'acme');
  expect([await readPerson('b'), await readSpelledOrg('b')]).toEqual(['ada', 'acme']);
  await writeEntry('months', 'person b', 'eve');
  expect([await readPerson('b'), await readSpelledOrg('b')]).toEqual(['eve', null]);
  await writeEntry('months', 'person b', { user: 5 });
  expect([await readPerson('b'), await readSpelledOrg('b')]).toEqual([null, null]);
});

it('a month goes when it is over, or is deleted, with what was told of it', async () => {
  const fill = async () => {
    await writeMonth(place, { total: 5, asOfMs: march });
    for (const amount of [50, 60]) await writeTold(place, amount, march, 0.8);
    await writePerson('active', 'ada');
  };
  const known = async () => [
    await readMonth(place, march),
    await readTold(place, 50, march),
    await readTold(place, 60, march),
  ];
  await fill();
  await sweepMonths(march + 86_400_000);
  expect(await known()).toEqual([{ total: 5, asOfMs: march }, 0.8, 0.8]);
  await sweepMonths(april);
  expect(await known()).toEqual([null, 0, 0]);
  expect(await readPerson('active')).toBe('ada');
  await fill();
  await deleteMonth(place, march);
  expect(await known()).toEqual([null, 0, 0]);
});
