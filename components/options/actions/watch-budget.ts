import { browser } from 'wxt/browser';
import { changeSettings } from '@/utils/store/settings/settings';
import type { Status } from '../model/status';
import { unlessStopped } from './unless-stopped';

/** Shows or hides the spent share of the budget on the toolbar icon. */
export async function wantBadge(badge: boolean): Promise<Status> {
  const written = await changeSettings((now) => ({ ...now, badge }));
  return written.ok
    ? { kind: 'good', text: 'options_saved' }
    : { kind: 'failed', failure: written.failure };
}

/**
 * Asks for the permission to show notifications. Call it first in a click handler, as browsers ask
 * only in a click.
 */
export async function askForAlerts(): Promise<boolean> {
  try {
    return await browser.permissions.request({ permissions: ['notifications'] });
  } catch {
    return false;
  }
}

/** Turns the notifications on or off; on only with the browser's permission. */
export async function wantAlerts(
  alerts: boolean,
  allowed: Promise<boolean>,
  signal: AbortSignal,
): Promise<Status> {
  if (alerts && !(await allowed)) return { kind: 'bad', text: 'options_alerts_denied' };
  const written = await unlessStopped(signal, () => changeSettings((now) => ({ ...now, alerts })));
  return written.ok
    ? { kind: 'good', text: 'options_saved' }
    : { kind: 'failed', failure: written.failure };
}
