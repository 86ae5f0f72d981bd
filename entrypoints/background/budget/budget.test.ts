import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import type { Profile } from '@/utils/store/settings/profile';
import type { Settings } from '@/utils/store/settings/settings';
import {
  type BudgetDeps,
  followSettings,
  keepWatching,
  lookAtBudgets,
  tellOfBudgets,
} from './budget';

const nowMs = Date.UTC(2026, 2, 20, 12);
const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint: 'f' };
const spent = (total: number, over = {}) => ({
  place,
  orgName: 'acme',
  month: { total, asOfMs: nowMs },
  budget: 50,
  ...over,
});

let settings: Settings;
let isUnread = false;
/** By amount, as in the store. */
let told: Record<number, number>;
/** The amount that each profile's person has spent; null if it is not known. */
let costs: Record<string, number | null>;
const costOf = async ({ id }: Profile) => {
  const total = costs[id] ?? null;
  return total === null ? null : { place, month: { total, asOfMs: nowMs } };
};
const deps = {
  now: () => nowMs,
  readSettings: async () => (isUnread ? ('unread' as const) : settings),
  readPerson: vi.fn(async (): Promise<string | null> => 'ada'),
  readSpelledOrg: vi.fn(async (): Promise<string | null> => null),
  readCost: vi.fn(costOf),
  readKept: costOf,
  readTold: async (_place, budget) => told[budget] ?? 0,
  writeTold: async (_place, budget, _nowMs, step) => {
    told[budget] = step;
  },
  showBadge: vi.fn(async () => undefined),
  notify: vi.fn(async () => true),
  clearNotifications: vi.fn(async () => undefined),
  setAlarm: vi.fn(async (_wanted: boolean) => undefined),
} satisfies BudgetDeps;

const profile = (over: Partial<Profile> = {}) => fakeProfile({ monthlyBudget: 50, ...over });
/** A page has asked for the month of the first profile. */
const tellOf = (total: number) => {
  costs.active = total;
  return tellOfBudgets(deps);
};

beforeEach(() => {
  vi.clearAllMocks();
  told = {};
  costs = { active: 41 };
  settings = { ...fakeSettings(profile()), badge: true, alerts: true };
});

describe('a budget', () => {
  it('stands on the icon, and is told of once at each step', async () => {
    for (const total of [10, 39.99]) await tellOf(total);
    expect(deps.notify).not.toHaveBeenCalled();
    for (const total of [40, 41, 49.99]) await tellOf(total);
    expect(deps.notify.mock.calls).toEqual([[spent(40), 0.8]]);
    for (const total of [50, 80]) await tellOf(total);
    expect(deps.notify.mock.calls.slice(1)).toEqual([[spent(50), 1]]);
    expect(deps.showBadge).toHaveBeenCalledTimes(7);
  });

  it('is told of once, however many pages ask at once', async () => {
    await Promise.all([tellOf(45), tellOf(45), tellOf(45)]);
    expect(deps.notify).toHaveBeenCalledTimes(1);
  });

  it('is told of again after its amount was raised or lowered, each amount once', async () => {
    await tellOf(45);
    for (const [monthlyBudget, total] of [
      [100, 45],
      [100, 80],
      [40, 45],
      [50, 45],
      [100, 85],
    ] as const) {
      settings = { ...settings, profiles: [profile({ monthlyBudget })] };
      await tellOf(total);
    }
    expect(deps.notify.mock.calls).toEqual([
      [spent(45), 0.8],
      [spent(80, { budget: 100 }), 0.8],
      [spent(45, { budget: 40 }), 1],
    ]);
  });

  it('is told of later when nobody could see it now', async () => {
    deps.notify.mockResolvedValueOnce(false);
    await tellOf(45);
    await tellOf(46);
    expect(deps.notify).toHaveBeenCalledTimes(2);
    expect(told).toEqual({ 50: 0.8 });
  });

  it('does nothing that was not asked for', async () => {
    settings = { ...settings, badge: false };
    await tellOf(45);
    expect(deps.showBadge).not.toHaveBeenCalled();
    settings = { ...settings, alerts: false };
    await tellOf(60);
    await lookAtBudgets(deps);
    expect(deps.notify).toHaveBeenCalledTimes(1);
    expect(deps.readCost).not.toHaveBeenCalled();
  });

  it('is looked at for the person set, or the one seen last, and for nobody else', async () => {
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenLastCalledWith(settings.profiles[0], 'ada');
    settings = { ...settings, profiles: [profile({ user: 'eve' }), fakeProfile({ id: 'b' })] };
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenLastCalledWith(settings.profiles[0], 'eve');
    expect(deps.readCost).toHaveBeenCalledTimes(2);
    settings = { ...settings, profiles: [profile()] };
    deps.readPerson.mockResolvedValue(null);
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenCalledTimes(2);
    deps.readPerson.mockResolvedValue('ada');
  });

  it('of several, the one of which most is spent stands on the icon, with its name', async () => {
    settings = {
      ...settings,
      profiles: [
        profile(),
        profile({ id: 'b', name: 'Globex', monthlyBudget: 20 }),
        profile({ id: 'c' }),
      ],
    };
    costs = { active: 30, b: 19, c: null };
    await lookAtBudgets(deps);
    expect(deps.showBadge.mock.calls).toEqual([[spent(19, { orgName: 'Globex', budget: 20 })]]);
    // The page in front asks for another budget; the icon still shows the highest share.
    await tellOf(31);
    expect(deps.showBadge).toHaveBeenLastCalledWith(spent(19, { orgName: 'Globex', budget: 20 }));
  });

  it('is looked at with the organization as the page spells it, not as it was typed', async () => {
    settings = { ...settings, profiles: [profile({ organization: 'Acme' })] };
    const [typed] = settings.profiles;
    deps.readSpelledOrg.mockResolvedValue('acme');
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenLastCalledWith({ ...typed, organization: 'acme' }, 'ada');
    // The profile has become another organization's since.
    deps.readSpelledOrg.mockResolvedValue('globex');
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenLastCalledWith(typed, 'ada');
    deps.readSpelledOrg.mockResolvedValue(null);
  });

  it('of an organization that another base URL has too names its host', async () => {
    const other = { id: 'b', organization: 'Acme', baseUrl: 'https://api.example.edu/dm' };
    settings = { ...settings, profiles: [profile(), profile({ ...other, monthlyBudget: null })] };
    await lookAtBudgets(deps);
    const base = 'base.manager.iblai.app';
    expect(deps.showBadge).toHaveBeenLastCalledWith(spent(41, { base }));
    expect(deps.notify).toHaveBeenLastCalledWith(spent(41, { base }), 0.8);
  });

  it('takes its notifications back when nobody wants to hear of it any more', async () => {
    await followSettings(deps);
    const [first] = settings.profiles;
    const kept = { profile: first, user: 'ada', budget: 50, orgName: 'acme' };
    expect(deps.clearNotifications).toHaveBeenLastCalledWith([kept]);
    settings = { ...settings, alerts: false };
    await followSettings(deps);
    expect(deps.clearNotifications).toHaveBeenLastCalledWith([]);
    settings = { ...settings, alerts: true, profiles: [] };
    await followSettings(deps);
    expect(deps.clearNotifications).toHaveBeenLastCalledWith([]);
  });

  it('is told of no more once it was turned off, though it is still being asked for', async () => {
    const answers: (() => void)[] = [];
    deps.readCost.mockImplementation(async (one) => {
      await new Promise<void>((answer) => answers.push(answer));
      return costOf(one);
    });
    const on = followSettings(deps);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    settings = { ...settings, badge: false, alerts: false };
    // It does not wait for the request either.
    await followSettings(deps);
    for (const answer of answers) answer();
    await on;
    expect(deps.notify).not.toHaveBeenCalled();
    expect(deps.showBadge.mock.calls).toEqual([[null]]);
    deps.readCost.mockImplementation(costOf);
  });

  it('has its alarm again where it was lost, and none that nobody wants', async () => {
    await keepWatching(deps);
    expect(deps.setAlarm.mock.calls).toEqual([[true]]);
    settings = { ...settings, badge: false, alerts: false };
    await keepWatching(deps);
    isUnread = true;
    await keepWatching(deps);
    isUnread = false;
    expect(deps.setAlarm).toHaveBeenCalledTimes(1);
  });

  it('that a page asks for stands on the icon while a slow host is asked for another', async () => {
    deps.readCost.mockImplementation(() => new Promise(() => undefined));
    lookAtBudgets(deps);
    await tellOf(45);
    expect(deps.showBadge.mock.calls).toEqual([[spent(45)]]);
    deps.readCost.mockImplementation(costOf);
  });

  it('has no alarm after it was turned off while it was being turned on', async () => {
    let begin = () => {};
    let isSet = false;
    deps.setAlarm.mockImplementationOnce(async (wanted) => {
      await new Promise<void>((resolve) => {
        begin = resolve;
      });
      isSet = wanted;
    });
    const on = followSettings(deps);
    await vi.waitFor(() => expect(deps.setAlarm).toHaveBeenCalled());
    settings = { ...settings, badge: false, alerts: false };
    deps.setAlarm.mockImplementationOnce(async (wanted) => {
      isSet = wanted;
    });
    const off = followSettings(deps);
    begin();
    await Promise.all([on, off]);
    expect(isSet).toBe(false);
  });

  it('is watched on while the settings can’t be read', async () => {
    isUnread = true;
    await followSettings(deps);
    isUnread = false;
    expect(deps.setAlarm).not.toHaveBeenCalled();
    expect(deps.showBadge).not.toHaveBeenCalled();
    expect(deps.clearNotifications).not.toHaveBeenCalled();
  });

  it('leaves the icon with its profile, and with its month', async () => {
    await lookAtBudgets(deps);
    expect(deps.showBadge).toHaveBeenLastCalledWith(spent(41));
    costs = { active: null };
    await lookAtBudgets(deps);
    expect(deps.showBadge).toHaveBeenLastCalledWith(null);
  });

  it('has an alarm while somebody wants to hear of it, and leaves no badge behind', async () => {
    await followSettings(deps);
    expect(deps.setAlarm).toHaveBeenLastCalledWith(true);
    expect(deps.showBadge).toHaveBeenCalledTimes(1);
    expect(deps.showBadge).not.toHaveBeenCalledWith(null);
    const on = settings;
    const off: Partial<Settings>[] = [
      { badge: false, alerts: false },
      { profiles: [fakeProfile()] },
      { profiles: [] },
    ];
    for (const change of off) {
      settings = { ...on, ...change };
      await followSettings(deps);
      expect(deps.setAlarm).toHaveBeenLastCalledWith(false);
      expect(deps.showBadge).toHaveBeenLastCalledWith(null);
    }
  });
});
