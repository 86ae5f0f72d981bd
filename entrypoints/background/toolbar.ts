import { browser } from 'wxt/browser';
import { stepReached } from '@/utils/figures/budget';
import { money, monthName, percent, safeText } from '@/utils/figures/format';
import { locale, say } from '@/utils/say';
import type { Spent } from './budget';
import { BUDGET_ALARM } from './budget-alarm';

const PERIOD_MINUTES = 60;

const shareOf = ({ month, budget }: Spent) => month.total / budget;

/** The budget in one sentence: who has spent how much of what, and when. */
function sentence(spent: Spent): string {
  const { place, month, budget } = spent;
  return say(
    'budget_sentence',
    safeText(place.user),
    money(month.total, locale()),
    money(budget, locale()),
    percent(shareOf(spent), locale()),
    monthName(month.asOfMs, locale()),
  );
}

/** Dark enough for white letters: calm, near the end, over it. */
const grounds = new Map<number | null, string>([
  [null, '#00695c'],
  [0.8, '#8a5300'],
  [1, '#b3261e'],
]);

/** Puts the share spent on the icon, with the whole sentence behind it; null takes both away. */
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
  // Four characters are what the icon has room for.
  const text = `${Math.min(999, Math.max(0, Math.floor(share * 100)))}%`;
  await Promise.all([
    action.setBadgeText({ text }),
    action.setBadgeBackgroundColor({ color }),
    action.setTitle({ title: sentence(spent) }),
  ]);
}

/** Shows a notification; false where the browser has not allowed any. */
export async function notify(spent: Spent, step: number): Promise<boolean> {
  const allowed = await browser.permissions.contains({ permissions: ['notifications'] });
  if (!allowed || !browser.notifications) return false;
  await browser.notifications.create(`budget-${spent.place.org}-${step}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: say(step < 1 ? 'budget_alert_near' : 'budget_alert_spent'),
    message: sentence(spent),
  });
  return true;
}

/** Looks at the budgets every hour from now on, or never. */
export async function setAlarm(wanted: boolean): Promise<void> {
  if (!wanted) {
    await browser.alarms.clear(BUDGET_ALARM);
  } else if (!(await browser.alarms.get(BUDGET_ALARM))) {
    await browser.alarms.create(BUDGET_ALARM, { periodInMinutes: PERIOD_MINUTES });
  }
}
