// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import type { KeyRecords } from '@/utils/store/keys/vault-db';
import type { StoredItems } from '@/utils/store/stored-items';
import { reading } from '@/utils/tab/fake-tab';
import type { TabReading } from '@/utils/tab/tab-reading';
import { cacheKeyOf } from './cache-key';

const ADA = '{"user_nicename":"ada"}';
const GRACE = '{"user_nicename":"grace"}';
const UNRULED = { version: 1, value: false };
const ITEMS = {
  settings: { version: 2, value: { profiles: [] } },
  view: { range: '30d' },
  ruled: UNRULED,
};
const RECORDS: KeyRecords = [['active', { fingerprint: 'a1', last4: '1234' }]];

const page = (raw: unknown, granted = true): TabReading => ({
  url: new URL('https://os.ibl.ai/platform/acme/tutor'),
  tabId: 1,
  ours: true,
  reading: { raw, granted },
});

const sign = (
  tabReading: TabReading | null = page(reading(ADA)),
  items: StoredItems = ITEMS,
  records: KeyRecords = RECORDS,
) => {
  const found = {
    tabReading: Promise.resolve(tabReading),
    items: Promise.resolve(items),
    records: Promise.resolve(records),
  };
  return cacheKeyOf(found, 'compact');
};

describe('the cache key of a first paint', () => {
  it('is the same for the same page and settings, and tells nothing of them', async () => {
    const one = await sign();
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await sign()).toBe(one);
  });

  it('is none in a private window, of which nothing is kept', async () => {
    expect(await sign({ ...page(reading(ADA)), isPrivate: true } as TabReading)).toBeNull();
  });

  it('is another for another version, whose texts may be others', async () => {
    const before = await sign();
    browser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Lens', version: '9.9.9' });
    expect(await sign()).not.toBe(before);
  });

  it('is the same throughout the pages of one mentor', async () => {
    const chat = page(reading(ADA, 'os.ibl.ai', '/platform/acme/tutor/chat/17'));
    expect(await sign(chat)).toBe(await sign());
  });

  it.each<[string, () => Promise<string | null>]>([
    ['user', () => sign(page(reading(GRACE)))],
    ['organization', () => sign(page(reading(ADA, 'os.ibl.ai', '/platform/globex/tutor')))],
    ['mentor', () => sign(page(reading(ADA, 'os.ibl.ai', '/platform/acme/writing')))],
    ['permission', () => sign(page(reading(ADA), false))],
    ['range', () => sign(undefined, { ...ITEMS, view: { range: '7d' } })],
    ['setting', () => sign(undefined, { ...ITEMS, settings: { version: 2, value: {} } })],
    ['key', () => sign(undefined, ITEMS, [['active', { fingerprint: 'b2', last4: '1234' }]])],
    ['lack of a key', () => sign(undefined, ITEMS, [])],
  ])('is another for another %s', async (_, other) => {
    expect(await other()).toMatch(/^[0-9a-f]{64}$/);
    expect(await other()).not.toBe(await sign());
  });

  it.each<[string, () => Promise<string | null>]>([
    ['no tab', () => sign(null)],
    ['a tab that tells no URL', () => sign({ url: null })],
    ['a page that is not read', () => sign({ url: new URL('https://a.example/'), reading: null })],
    ['a page that could not be read', () => sign(page(null))],
    ['a reading of another page', () => sign(page(reading(ADA, 'lms.ibl.ai')))],
    ['settings that could not be read', () => sign(undefined, null)],
    ['a policy that held', () => sign(undefined, { ...ITEMS, ruled: { version: 1, value: true } })],
    [
      'a first opening, where a policy may hold',
      () => sign(undefined, { ...ITEMS, ruled: undefined }),
    ],
  ])('is none for %s', async (_, none) => {
    expect(await none()).toBeNull();
  });
});
