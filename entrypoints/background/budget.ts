import { type MonthCost, stepReached } from '@/utils/figures/budget';
import type { Profile } from '@/utils/store/settings/profile';
import type { Settings } from '@/utils/store/settings/settings';
import type { MonthPlace } from '@/utils/store/snapshots/months';

/** A budget that is looked at: whose, how much, and what of it is spent. */
export interface Spent {
  place: MonthPlace;
  month: MonthCost;
  /** US dollars a month, above zero. */
  budget: number;
}

/** What watching budgets works with. */
export interface BudgetDeps {
  now(): number;
  readSettings(): Promise<Settings | null>;
  readPerson(profileId: string): Promise<string | null>;
  /** The month's cost of a person in a profile's organization; null where it can't be had now. */
  readCost(profile: Profile, user: string): Promise<{ place: MonthPlace; month: MonthCost } | null>;
  readTold(place: MonthPlace, nowMs: number): Promise<number>;
  writeTold(place: MonthPlace, nowMs: number, step: number): Promise<void>;
  /** Puts the share spent on the toolbar's icon; null takes it away. */
  showBadge(spent: Spent | null): Promise<void>;
  /** False where the browser has not allowed notifications. */
  notify(spent: Spent, step: number): Promise<boolean>;
  setAlarm(wanted: boolean): Promise<void>;
}

/** The profiles that have a budget. */
const budgeted = ({ profiles }: Settings) =>
  profiles.flatMap((profile) =>
    profile.monthlyBudget === null ? [] : [{ profile, budget: profile.monthlyBudget }],
  );

/** Off unless asked for: no alarm without a budget that somebody wants to hear of. */
const isWatched = (settings: Settings | null): settings is Settings =>
  settings !== null && (settings.badge || settings.alerts) && budgeted(settings).length > 0;

/** Shows and tells of what is spent, where the user has asked for that. */
export async function tellOf(deps: BudgetDeps, spent: Spent): Promise<void> {
  const settings = await deps.readSettings();
  if (!isWatched(settings)) return;
  if (settings.badge) await deps.showBadge(spent);
  const step = stepReached(spent.month.total / spent.budget);
  const nowMs = deps.now();
  if (!settings.alerts || step === null) return;
  if (step <= (await deps.readTold(spent.place, nowMs))) return;
  if (await deps.notify(spent, step)) await deps.writeTold(spent.place, nowMs, step);
}

/** Looks at every budget, for the person last seen with its profile: what the alarm does. */
export async function lookAtBudgets(deps: BudgetDeps): Promise<void> {
  const settings = await deps.readSettings();
  if (!isWatched(settings)) return;
  for (const { profile, budget } of budgeted(settings)) {
    const user = profile.user ?? (await deps.readPerson(profile.id));
    const cost = user === null ? null : await deps.readCost(profile, user);
    if (cost) await tellOf(deps, { ...cost, budget });
  }
}

/** Sets alarm and badge to what the settings ask for now; called when these change. */
export async function followSettings(deps: BudgetDeps): Promise<void> {
  const settings = await deps.readSettings();
  const watched = isWatched(settings);
  await deps.setAlarm(watched);
  if (!watched || !settings.badge) await deps.showBadge(null);
  if (watched) await lookAtBudgets(deps);
}
