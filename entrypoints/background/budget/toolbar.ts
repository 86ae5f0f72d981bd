import { browser } from 'wxt/browser';
import { stepReached } from '@/utils/figures/budget';
import { money, monthName, percentSpent, wholePercent } from '@/utils/figures/text/format';
import { safeText } from '@/utils/figures/text/safe-text';
import { HOUR_MS } from '@/utils/figures/time/range';
import { locale, say } from '@/utils/say';
import type { MonthPlace } from '@/utils/store/snapshots/months';
import { BUDGET_ALARM } from '../listeners/alarms';
import { type Spent, shareOf, type Watched } from './budget';

/** The budget in one sentence: who has spent how much of what, and when. */
function sentence(spent: Spent): string {
  const { place, month, budget, orgName, base } = spent;
  return say(
    'budget_sentence',
    safeText(place.user),
    money(month.total, locale()),
    money(budget, locale()),
    percentSpent(shareOf(spent), locale()),
    monthName(month.asOfMs, locale()),
    safeText(base === undefined ? orgName : `${orgName} (${base})`),
  );
}

/** Badge colours, dark enough for white text: for a normal, an almost spent and an exceeded budget. */
const grounds = new Map<number | null, string>([
  [null, '#00695c'],
  [0.8, '#8a5300'],
  [1, '#b3261e'],
]);

/** Shows the spent share on the icon, and the whole sentence as its title; null removes both. */
export async function showBadge(spent: Spent | null): Promise<void> {
  const { action } = browser;
  if (spent === null) {
    await Promise.all([
      action.setBadgeText({ text: '' }),
      action.setTitle({ title: say('app_name') }),
    ]);
    return;
  }
  const share = shareOf(spent);
  const color = grounds.get(stepReached(share)) ?? '#00695c';
  // The icon has room for four characters.
  const text = `${Math.min(999, Math.max(0, wholePercent(share)))}%`;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color }),
    action.setTitle({ title: sentence(spent) }),
  ]);
}

/**
 * Shows a notification; false where it is not to be seen: the browser or the system has not allowed any,
 * or took it and kept it back.
 */
export async function notify(spent: Spent, step: number): Promise<boolean> {
  const allowed = await browser.permissions.contains({ permissions: ['notifications'] });
  const { notifications } = browser;
  if (!allowed || !notifications) return false;
  const id = `${idStart(spent.place, spent.budget)}${step}]`;
  try {
    await notifications.create(id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: say(step < 1 ? 'budget_alert_near' : 'budget_alert_spent'),
      message: sentence(spent),
    });
    return Object.hasOwn(await notifications.getAll(), id);
  } catch (refusal) {
    console.error(refusal);
    return false;
  }
}

/** The id of each notification begins with what it is about. */
const idStart = ({ baseUrl, org, user }: Omit<MonthPlace, 'keyFingerprint'>, budget: number) =>
  `budget ${JSON.stringify([baseUrl, org, user, budget]).slice(0, -1)},`;

/** Takes back the notifications that are still to be seen, but not those of the budgets `kept`. */
export async function clearNotifications(kept: Watched[]): Promise<void> {
  const { notifications } = browser;
  if (!notifications) return;
  const starts = kept.map(({ profile: { baseUrl, organization: org }, user, budget }) =>
    idStart({ baseUrl, org, user }, budget),
  );
  const ids = Object.keys(await notifications.getAll()).filter(
    (id) => !starts.some((start) => id.startsWith(start)),
  );
  await Promise.all(ids.map((id) => notifications.clear(id)));
}

/** Starts or stops the alarm that checks the budgets at every full hour (months end at one too). */
export async function setAlarm(wanted: boolean, nowMs = Date.now()): Promise<void> {
  if (!wanted) {
    await browser.alarms.clear(BUDGET_ALARM);
    return;
  }
  const set = await browser.alarms.get(BUDGET_ALARM);
  if (set && set.scheduledTime % HOUR_MS === 0) return;
  const when = Math.floor(nowMs / HOUR_MS) * HOUR_MS + HOUR_MS;
  await browser.alarms.create(BUDGET_ALARM, { when, periodInMinutes: HOUR_MS / 60_000 });
}
