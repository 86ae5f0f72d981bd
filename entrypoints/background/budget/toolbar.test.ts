import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeProfile } from '@/utils/store/settings/fake-profile';
import { clearNotifications, notify, setAlarm, showBadge } from './toolbar';

const spent = (share: number) => ({
  place: { baseUrl: 'https://b', org: 'acme', user: 'ada\u202eeve', keyFingerprint: 'f' },
  orgName: 'Ac\u200bme',
  month: { total: share * 50, asOfMs: Date.UTC(2026, 10, 20) },
  budget: 50,
});

const action = {
  setBadgeText: vi.fn(async () => undefined),
  setBadgeBackgroundColor: vi.fn(async () => undefined),
  setTitle: vi.fn(async () => undefined),
};
let shown: Record<string, unknown> = {};
const notifications = {
  create: vi.fn(async (id: string, options: object) => {
    shown[id] = options;
    return id;
  }),
  getAll: vi.fn(async () => shown),
  clear: vi.fn(async (id: string) => delete shown[id]),
};

beforeEach(() => {
  shown = {};
  vi.clearAllMocks();
  Object.assign(browser, { action, notifications });
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async () => true);
  // The texts, with what is filled into them.
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key: string, values?: unknown) =>
    key === 'app_locale' ? 'en' : `${key} ${Array.isArray(values) ? values.join('|') : ''}`,
  );
});
afterEach(() => vi.restoreAllMocks());

describe('the badge', () => {
  it.each([
    [0.9951, '99%'],
    [0.29, '29%'],
    [1, '100%'],
    [12.5, '999%'],
    [-0.2, '0%'],
  ])('a share of %d is never rounded up: %s', async (share, text) => {
    await showBadge(spent(share));
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ text });
  });

  it('fault 87: names the organization, and shows no character that turns or hides text', async () => {
    await showBadge(spent(0.9951));
    expect(action.setTitle).toHaveBeenLastCalledWith({
      title: 'budget_sentence adaeve|$49.76|$50.00|99%|November|Acme',
    });
  });
});

it('the base stands where the organization’s name could mean another one', async () => {
  await showBadge({ ...spent(0.5), base: 'api.example.edu' });
  expect(action.setTitle).toHaveBeenLastCalledWith({
    title: expect.stringContaining('Acme (api.example.edu)'),
  });
});

describe('a notification', () => {
  it('fault 87: shows no character that turns or hides text', async () => {
    expect(await notify(spent(0.9), 0.8)).toBe(true);
    expect(Object.values(shown)).toMatchObject([{ message: expect.stringContaining('adaeve') }]);
  });

  it('that is refused, or kept back by the system, was not shown', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    notifications.create.mockRejectedValueOnce(new Error('no service'));
    expect(await notify(spent(0.9), 0.8)).toBe(false);
    notifications.getAll.mockResolvedValueOnce({});
    expect(await notify(spent(0.9), 0.8)).toBe(false);
    vi.mocked(browser.permissions.contains).mockImplementation(async () => false);
    expect(await notify(spent(0.9), 0.8)).toBe(false);
  });

  it('is taken back with all others but those that are kept, where the browser shows any', async () => {
    await notify({ ...spent(0.9), budget: 60 }, 0.8);
    await notify({ ...spent(0.9), budget: 600 }, 0.8);
    const { place, orgName } = spent(0.9);
    const profile = fakeProfile({ baseUrl: place.baseUrl, organization: place.org });
    await clearNotifications([{ profile, user: place.user, orgName, budget: 60 }]);
    expect(Object.keys(shown)).toEqual([expect.stringContaining(',60,0.8]')]);
    await clearNotifications([]);
    expect(shown).toEqual({});
    Object.assign(browser, { notifications: undefined });
    await clearNotifications([]);
  });

  it('of another person or amount is another one', async () => {
    await notify(spent(0.9), 0.8);
    await notify({ ...spent(0.9), budget: 60 }, 0.8);
    await notify({ ...spent(0.9), place: { ...spent(0.9).place, user: 'eve' } }, 0.8);
    expect(Object.keys(shown)).toHaveLength(3);
  });
});

it('the alarm is at full hours, when months end too', async () => {
  const nowMs = Date.UTC(2026, 10, 30, 23, 12);
  await setAlarm(true, nowMs);
  expect(await browser.alarms.get('budget')).toMatchObject({
    scheduledTime: Date.UTC(2026, 11, 1),
    periodInMinutes: 60,
  });
  await setAlarm(false);
  expect(await browser.alarms.get('budget')).toBeFalsy();
});
