import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import type { Settings } from '@/utils/store/settings/settings';
import { type BudgetDeps, followSettings, lookAtBudgets, tellOf } from './budget';

const nowMs = Date.UTC(2026, 2, 20, 12);
const place = { baseUrl: 'https://b', org: 'acme', user: 'ada', keyFingerprint: 'f' };
const spent = (total: number) => ({ place, month: { total, asOfMs: nowMs }, budget: 50 });

let settings: Settings;
let told = 0;
const deps = {
  now: () => nowMs,
  readSettings: async () => settings,
  readPerson: vi.fn(async (): Promise<string | null> => 'ada'),
  readCost: vi.fn(async () => ({ place, month: { total: 41, asOfMs: nowMs } })),
  readTold: async () => told,
  writeTold: async (_place, _nowMs, step) => {
    told = step;
  },
  showBadge: vi.fn(async () => undefined),
  notify: vi.fn(async () => true),
  setAlarm: vi.fn(async () => undefined),
} satisfies BudgetDeps;

beforeEach(() => {
  vi.clearAllMocks();
  told = 0;
  settings = { ...fakeSettings(fakeProfile({ monthlyBudget: 50 })), badge: true, alerts: true };
});

describe('a budget', () => {
  it('stands on the icon, and is told of once at each step', async () => {
    for (const total of [10, 39.99]) await tellOf(deps, spent(total));
    expect(deps.notify).not.toHaveBeenCalled();
    for (const total of [40, 41, 49.99]) await tellOf(deps, spent(total));
    expect(deps.notify.mock.calls).toEqual([[spent(40), 0.8]]);
    for (const total of [50, 80]) await tellOf(deps, spent(total));
    expect(deps.notify.mock.calls.slice(1)).toEqual([[spent(50), 1]]);
    expect(deps.showBadge).toHaveBeenCalledTimes(7);
  });

  it('is told of later when the browser did not allow it now', async () => {
    deps.notify.mockResolvedValueOnce(false);
    await tellOf(deps, spent(45));
    await tellOf(deps, spent(46));
    expect(deps.notify).toHaveBeenCalledTimes(2);
    expect(told).toBe(0.8);
  });

  it('does nothing that was not asked for', async () => {
    settings = { ...settings, badge: false };
    await tellOf(deps, spent(45));
    expect(deps.showBadge).not.toHaveBeenCalled();
    settings = { ...settings, alerts: false };
    await tellOf(deps, spent(60));
    await lookAtBudgets(deps);
    expect(deps.notify).toHaveBeenCalledTimes(1);
    expect(deps.readCost).not.toHaveBeenCalled();
  });

  it('is looked at for the person set, or the one seen last, and for nobody else', async () => {
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenLastCalledWith(settings.profiles[0], 'ada');
    settings = {
      ...settings,
      profiles: [fakeProfile({ monthlyBudget: 50, user: 'eve' }), fakeProfile({ id: 'b' })],
    };
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenLastCalledWith(settings.profiles[0], 'eve');
    expect(deps.readCost).toHaveBeenCalledTimes(2);
    settings = { ...settings, profiles: [fakeProfile({ monthlyBudget: 50 })] };
    deps.readPerson.mockResolvedValueOnce(null);
    await lookAtBudgets(deps);
    expect(deps.readCost).toHaveBeenCalledTimes(2);
  });

  it('has an alarm while somebody wants to hear of it, and leaves no badge behind', async () => {
    await followSettings(deps);
    expect(deps.setAlarm).toHaveBeenLastCalledWith(true);
    expect(deps.showBadge).toHaveBeenCalledTimes(1);
    expect(deps.showBadge).not.toHaveBeenCalledWith(null);
    const off: Partial<Settings>[] = [
      { badge: false, alerts: false },
      { profiles: [fakeProfile()] },
      { profiles: [] },
    ];
    for (const change of off) {
      settings = { ...settings, ...change };
      await followSettings(deps);
      expect(deps.setAlarm).toHaveBeenLastCalledWith(false);
      expect(deps.showBadge).toHaveBeenLastCalledWith(null);
    }
  });
});
