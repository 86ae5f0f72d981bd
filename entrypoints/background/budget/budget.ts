import { hostOf } from '@/utils/deployment/base-url';
import { isSameOrg } from '@/utils/deployment/segment';
import { type MonthCost, stepReached } from '@/utils/figures/budget';
import { createSerialQueue } from '@/utils/serial-queue';
import { isAmbiguous, type Profile } from '@/utils/store/settings/profile';
import type { Settings } from '@/utils/store/settings/settings';
import type { MonthPlace } from '@/utils/store/snapshots/months';

/** A watched budget: whose it is, its amount, and how much of it is spent. */
export interface Spent {
  place: MonthPlace;
  /** The profile's name of the organization. */
  orgName: string;
  /** The API's host, where the organization's name could mean another one too. */
  base?: string;
  month: MonthCost;
  /** US dollars a month, above zero. */
  budget: number;
}

/** The part of a budget that is spent. */
export const shareOf = ({ month, budget }: Spent): number => month.total / budget;

/** A budget of a person, of whom the profile's organization is asked as the page spells it. */
export type Watched = { profile: Profile; user: string } & Omit<Spent, 'place' | 'month'>;

/** A person's cost in the current month. */
type Cost = Pick<Spent, 'place' | 'month'>;

/** The dependencies of the budget check. */
export interface BudgetDeps {
  now(): number;
  /** Null where they cannot be used, `unread` where the browser did not return them now. */
  readSettings(): Promise<Settings | null | 'unread'>;
  readPerson(profileId: string): Promise<string | null>;
  /** The organization as the page of that person spells it, which is how the API knows it. */
  readSpelledOrg(profileId: string): Promise<string | null>;
  /** The month's cost of a person in a profile's organization; null where it can't be had now. */
  readCost(profile: Profile, user: string): Promise<Cost | null>;
  /** The last answer for the same person, without a request. */
  readKept(profile: Profile, user: string): Promise<Cost | null>;
  /** The highest step already notified for a budget of this amount (US dollars) in this month. */
  readTold(place: MonthPlace, budget: number, nowMs: number): Promise<number>;
  writeTold(place: MonthPlace, budget: number, nowMs: number, step: number): Promise<void>;
  /** Shows the spent share on the toolbar icon; null removes it. */
  showBadge(spent: Spent | null): Promise<void>;
  /** Returns false if the notification could not be seen. */
  notify(spent: Spent, step: number): Promise<boolean>;
  /** Takes back the notifications that are still to be seen, but not those of these budgets. */
  clearNotifications(kept: Watched[]): Promise<void>;
  setAlarm(wanted: boolean): Promise<void>;
}

/** The profiles that have a budget. */
const budgeted = ({ profiles }: Settings) =>
  profiles.flatMap((profile) =>
    profile.monthlyBudget === null ? [] : [{ profile, budget: profile.monthlyBudget }],
  );

/** Whether the alarm is needed: only if there is a budget with notifications or a badge turned on. */
const isWatched = (settings: Settings | null | 'unread'): settings is Settings =>
  settings !== null &&
  settings !== 'unread' &&
  (settings.badge || settings.alerts) &&
  budgeted(settings).length > 0;

// What is told changes in turn and by the settings of that moment; requests are made outside, as a host may be slow.
const queue = createSerialQueue();

/** Updates the badge and notifies, using the last answers; called after an answer has arrived. */
export const tellOfBudgets = (deps: BudgetDeps): Promise<void> =>
  queue(async () => {
    const settings = await deps.readSettings();
    if (!isWatched(settings)) return;
    const all = await Promise.all(
      (await watchedIn(deps, settings)).map(async ({ profile, user, ...named }) => {
        const cost = await deps.readKept(profile, user);
        return cost ? [{ ...cost, ...named }] : [];
      }),
    );
    await tell(deps, settings, all.flat());
  });

/** Checks every budget for the person last seen with its profile; the alarm calls it. */
export async function lookAtBudgets(deps: BudgetDeps): Promise<void> {
  const settings = await deps.readSettings();
  if (!isWatched(settings)) return;
  const all = await watchedIn(deps, settings);
  await Promise.all(all.map(({ profile, user }) => deps.readCost(profile, user)));
  // If the cost can't be had now, an earlier answer of this month is used.
  await tellOfBudgets(deps);
}

/** Sets the alarm again where it was lost: Firefox says nothing when an extension is turned on again. */
export const keepWatching = (deps: BudgetDeps): Promise<void> =>
  queue(async () => {
    if (isWatched(await deps.readSettings())) await deps.setAlarm(true);
  });

/** Sets the alarm and the badge as the settings require; called when the settings change. */
export async function followSettings(deps: BudgetDeps): Promise<void> {
  const isOn = await queue(async () => {
    const settings = await deps.readSettings();
    // What nobody can read now is no change.
    if (settings === 'unread') return false;
    const watched = isWatched(settings);
    await deps.setAlarm(watched);
    if (!watched || !settings.badge) await deps.showBadge(null);
    // Each names a person and an amount, which must not outlive the budget.
    await deps.clearNotifications(
      watched && settings.alerts ? await watchedIn(deps, settings) : [],
    );
    return watched;
  });
  if (isOn) await lookAtBudgets(deps);
}

/** The budgets whose person is known. */
async function watchedIn(deps: BudgetDeps, settings: Settings): Promise<Watched[]> {
  const all = await Promise.all(
    budgeted(settings).map(async ({ profile, budget }) => {
      const user = profile.user ?? (await deps.readPerson(profile.id));
      if (user === null) return [];
      const base = isAmbiguous(settings.profiles, profile) ? { base: hostOf(profile.baseUrl) } : {};
      const orgName = profile.name || profile.organization;
      return [{ profile: await asSpelled(deps, profile), user, orgName, ...base, budget }];
    }),
  );
  return all.flat();
}

/** The profile with its organization as the page spells it; typed, it may be in another letter case. */
async function asSpelled(deps: BudgetDeps, profile: Profile): Promise<Profile> {
  const organization = await deps.readSpelledOrg(profile.id);
  return organization !== null && isSameOrg(organization, profile.organization)
    ? { ...profile, organization }
    : profile;
}

/** The icon shows only the budget with the highest spent share; each budget has its own notification. */
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
