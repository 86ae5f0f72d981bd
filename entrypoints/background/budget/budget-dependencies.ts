import { isSameOrg } from '@/utils/deployment/segment';
import { ok, type Result } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
import { announce } from '@/utils/store/changes';
import { readKeyMetas } from '@/utils/store/keys/key-metas';
import type { Profile } from '@/utils/store/settings/profile';
import { readSettings } from '@/utils/store/settings/settings';
import { readMonth, readPerson, readSpelledOrg, readTold } from '@/utils/store/snapshots/months';
import { keptForKey } from '../caller/kept-for-key';
import { deps, profileAtPlace } from '../dependencies';
import { type BudgetDeps, tellOfBudgets } from './budget';
import { createMonth, type MonthQuery } from './month';
import { clearNotifications, notify, setAlarm, showBadge } from './toolbar';

const askMonth = createMonth({
  ...deps,
  readMonth,
  writeMonth: async (...month) => void (await keptForKey.month(...month)),
});

async function currentSettings() {
  const read = await readSettings();
  if (read.state === 'unread') return 'unread';
  return read.state === 'ok' ? read.settings : null;
}

/** The real dependencies of the budget check; tests pass others. */
export const budgetDeps: BudgetDeps = {
  now: Date.now,
  readSettings: currentSettings,
  readPerson,
  readSpelledOrg,
  readCost: async ({ baseUrl, organization, keyOwner }, user) => {
    const query = { baseUrl, org: organization, user, keyOwner, newerThanMs: 0 };
    const asked = await askMonth(query);
    return asked.ok ? asked.value : null;
  },
  readKept: async ({ id, baseUrl, organization }, user) => {
    const keyFingerprint = (await readKeyMetas())?.[id]?.fingerprint;
    if (keyFingerprint === undefined) return null;
    const place = { baseUrl, org: organization, user, keyFingerprint };
    const month = await readMonth(place, Date.now());
    return month && { place, month };
  },
  readTold,
  writeTold: async (...told) => void (await keptForKey.told(...told)),
  showBadge,
  notify,
  clearNotifications,
  setAlarm,
};

/**
 * A page's question for the month: answers it, and tells whoever wants to hear of it. The person of a
 * private window is not remembered, and nothing is told of them elsewhere.
 */
export async function monthCost(query: Omit<MonthQuery, 'keyOwner'>): Promise<Result<MonthCost>> {
  const read = await profileAtPlace(query);
  if (!read.ok) return read;
  const profile = read.value;
  const asked = await askMonth({ ...query, keyOwner: profile?.keyOwner ?? null });
  if (!asked.ok) return asked;
  announce({ kind: 'month' });
  if (profile && !query.isPrivate) {
    const org = await spelled(profile, query.org);
    await keptForKey.person(asked.value.place.keyFingerprint, profile.id, query.user, org);
    // The answer does not wait for it, and is known even if the notification fails.
    tellOfBudgets(budgetDeps).catch(console.error);
  }
  return ok(asked.value.month);
}

/** The organization as a page spells it: where none names it now, as the page before did. */
async function spelled({ id, organization }: Profile, org: string): Promise<string> {
  const before = org === organization ? await readSpelledOrg(id) : null;
  return before !== null && isSameOrg(before, org) ? before : org;
}
