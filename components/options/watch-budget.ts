import { browser } from 'wxt/browser';
import { changeSettings } from '@/utils/store/settings/settings';
import type { Status } from './status';

/** Shows the share spent on the toolbar's icon, or no longer. */
export async function wantBadge(badge: boolean): Promise<Status> {
  const written = await changeSettings((now) => ({ ...now, badge }));
  return written.ok
    ? { kind: 'good', text: 'options_saved' }
    : { kind: 'failed', failure: written.failure };
}

/**
 * Asks the browser's leave to show notifications; true at once where it was given before. Called
 * first thing in a click: browsers show the question at no other time.
 */
export async function askForAlerts(): Promise<boolean> {
  try {
    return await browser.permissions.request({ permissions: ['notifications'] });
  } catch {
    return false;
  }
}

/** Turns the notifications on, where the browser allows them, or off. */
export async function wantAlerts(alerts: boolean, allowed: Promise<boolean>): Promise<Status> {
  if (alerts && !(await allowed)) return { kind: 'bad', text: 'options_alerts_denied' };
  const written = await changeSettings((now) => ({ ...now, alerts }));
  return written.ok
    ? { kind: 'good', text: 'options_saved' }
    : { kind: 'failed', failure: written.failure };
}
