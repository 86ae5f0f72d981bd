import { type MonthCost, stepReached } from '@/utils/figures/budget';
import type { Profile } from '@/utils/store/settings/profile';
import type { Settings } from '@/utils/store/settings/settings';
import type { MonthPlace } from '@/utils/store/snapshots/months';
import { createTurns } from '@/utils/turns';

/** A budget that is looked at: whose, how much, and what of it is spent. */
export interface Spent {
  place: MonthPlace;
  /** The profile's name of the organization. */
  orgName: string;
  month: MonthCost;
  /** US dollars a month, above zero. */
  budget: number;
}

/** The part of a budget that is spent. */
export const shareOf = ({ month, budget }: Spent): number => month.total / budget;

/** A person's cost of the month that runs. */
type Cost = Pick<Spent, 'place' | 'month'>;

/** What watching budgets works with. */
export interface BudgetDeps {
  now(): number;
  readSettings(): Promise<Settings | null>;
  readPerson(profileId: string): Promise<string | null>;
  /** The month's cost of a person in a profile's organization; null where it can't be had now. */
  readCost(profile: Profile, user: string): Promise<Cost | null>;
  /** The same as it was last answered, without a request. */
  readKept(profile: Profile, user: string): Promise<Cost | null>;
  /** Up to which step was told of an amount (US dollars) in this month. */
  readTold(place: MonthPlace, budget: number, nowMs: number): Promise<number>;
  writeTold(place: MonthPlace, budget: number, nowMs: number, step: number): Promise<void>;
  /** Puts the share spent on the toolbar's icon; null takes it away. */
  showBadge(spent: Spent | null): Promise<void>;
  /** False where nobody could see it. */
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

// Three pages that ask at once are answered at once: the first one tells, the others know it then.
const inOrder = createTurns();

/** Shows and tells of all budgets, by what was answered last; called after an answer has come. */
export const tellOfBudgets = (deps: BudgetDeps): Promise<void> =>
  inOrder(async () => {
    const settings = await deps.readSettings();
    if (isWatched(settings)) await tell(deps, settings, await spentOf(deps, settings, 'readKept'));
  });

/** Looks at every budget, for the person last seen with its profile: what the alarm does. */
export const lookAtBudgets = (deps: BudgetDeps): Promise<void> =>
  inOrder(async () => {
    const settings = await deps.readSettings();
    if (!isWatched(settings)) return;
    await spentOf(deps, settings, 'readCost');
    // What could not be had now was perhaps answered earlier this month.
    await tell(deps, settings, await spentOf(deps, settings, 'readKept'));
  });

/** Sets alarm and badge to what the settings ask for now; called when these change. */
export async function followSettings(deps: BudgetDeps): Promise<void> {
  const settings = await deps.readSettings();
  const watched = isWatched(settings);
  await deps.setAlarm(watched);
  if (!watched || !settings.badge) await deps.showBadge(null);
  if (watched) await lookAtBudgets(deps);
}

/** What is spent of each budget whose person is known. */
async function spentOf(
  deps: BudgetDeps,
  settings: Settings,
  read: 'readCost' | 'readKept',
): Promise<Spent[]> {
  const all: Spent[] = [];
  for (const { profile, budget } of budgeted(settings)) {
    const user = profile.user ?? (await deps.readPerson(profile.id));
    const cost = user === null ? null : await deps[read](profile, user);
    if (cost) all.push({ ...cost, orgName: profile.name || profile.organization, budget });
  }
  return all;
}

/** The icon has room for one budget: the one of which most is spent. Each is told of by itself. */
async function tell(deps: BudgetDeps, settings: Settings, all: Spent[]): Promise<void> {
  if (settings.badge) {
    await deps.showBadge(all.toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? null);
  }
  if (!settings.alerts) return;
  const nowMs = deps.now();
  for (const spent of all) {
    const { place, budget } = spent;
    const step = stepReached(shareOf(spent));
    if (step === null || step <= (await deps.readTold(place, budget, nowMs))) continue;
    if (await deps.notify(spent, step)) await deps.writeTold(place, budget, nowMs, step);
  }
}
