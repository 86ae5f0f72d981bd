import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { writeEntry } from './db';
import { readMonth, readTold, writeMonth, writeTold } from './months';

const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint: 'f' };
const march = Date.UTC(2026, 2, 20);
const april = Date.UTC(2026, 3, 1);

it('a month is one person’s, by one key, and of its own calendar month', async () => {
  await writeMonth(place, { total: 5, asOfMs: march });
  await writeTold(place, march, 0.8);
  expect(await readMonth(place, march + 86_400_000)).toEqual({ total: 5, asOfMs: march });
  expect(await readTold(place, march)).toBe(0.8);
  for (const other of [
    { user: 'eve' },
    { org: 'beta' },
    { keyFingerprint: 'g' },
    { baseUrl: 'x' },
  ]) {
    expect(await readMonth({ ...place, ...other }, march)).toBeNull();
    expect(await readTold({ ...place, ...other }, march)).toBe(0);
  }
  // A new month begins with nothing spent that is known, and nothing told.
  expect(await readMonth(place, april)).toBeNull();
  expect(await readTold(place, april)).toBe(0);
});

it('fault 51: an entry of another shape is none', async () => {
  const startMs = Date.UTC(2026, 2, 1);
  const key = `cost ${JSON.stringify(['https://b', 'acme', 'ada', 'f', startMs])}`;
  await writeEntry('months', key, { total: '5' });
  expect(await readMonth(place, march)).toBeNull();
});
