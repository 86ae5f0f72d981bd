import { ok, type Result } from '@/utils/failure';
import type { MonthCost } from '@/utils/figures/budget';
import { announce } from '@/utils/store/changes';
import { readSettings } from '@/utils/store/settings/settings';
import {
  readMonth,
  readPerson,
  readTold,
  writeMonth,
  writePerson,
  writeTold,
} from '@/utils/store/snapshots/months';
import { type BudgetDeps, tellOf } from './budget';
import { deps, profileAtPlace } from './dependencies';
import { createMonth, type MonthQuery } from './month';
import { notify, setAlarm, showBadge } from './toolbar';

const askMonth = createMonth({ ...deps, readMonth, writeMonth });

async function currentSettings() {
  const read = await readSettings();
  return read.state === 'ok' ? read.settings : null;
}

/** The surroundings of the budgets as they really are. */
export const budgetDeps: BudgetDeps = {
  now: Date.now,
  readSettings: currentSettings,
  readPerson,
  readCost: async ({ baseUrl, organization, keyOwner }, user) => {
    const query = { baseUrl, org: organization, user, keyOwner, newerThanMs: 0 };
    const asked = await askMonth(query);
    return asked.ok ? asked.value : null;
  },
  readTold,
  writeTold,
  showBadge,
  notify,
  setAlarm,
};

/** A page's question for the month: answers it, and tells whoever wants to hear of it. */
export async function monthCost(query: Omit<MonthQuery, 'keyOwner'>): Promise<Result<MonthCost>> {
  const read = await profileAtPlace(query);
  if (!read.ok) return read;
  const profile = read.value;
  const asked = await askMonth({ ...query, keyOwner: profile?.keyOwner ?? null });
  if (!asked.ok) return asked;
  announce({ kind: 'month' });
  if (profile) await writePerson(profile.id, query.user);
  const budget = profile?.monthlyBudget ?? null;
  // The month is known, whatever becomes of telling it.
  if (budget !== null) await tellOf(budgetDeps, { ...asked.value, budget }).catch(console.error);
  return ok(asked.value.month);
}
