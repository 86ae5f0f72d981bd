import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { configure } from '../../demo/browser/configure';
import { type ChromiumSession, launchChromium } from '../../demo/browser/launch';
import { chance } from '../../demo/data/chance';
import { type Demo, startDemo } from '../../demo/server/server';
import { API_HOST, APP, SETTINGS, settled } from '../chromium';
import { outputDir } from '../output';

/** The state of a profile whose browser was killed while it wrote. */
export interface ProfileReport {
  kills: number;
  /** Starts after which the dashboard did not come up with figures, and how it came up. */
  lost: string[];
  /** Starts after which the figures had to be asked for again: caches may go. */
  asked: number;
}

/** Returns the errors in a report; empty for a good one. */
export const profileFaults = ({ lost }: ProfileReport): string[] =>
  lost.map((state) => `after a kill: ${state}`);

/** Writes settings' neighbours and figures without end, as no person could. */
const WRITE = `setInterval(() => {
  chrome.storage.local.get('view').then((held) => chrome.storage.local.set(held));
  document.querySelector('button[aria-label=Refresh]')?.click();
}, 5)`;

/**
 * Kills the whole browser (SIGKILL) at random moments of its writing, and starts it again over what
 * is left on disk: key and settings must be there, with nothing to be entered again.
 */
export async function soakProfile(kills: number, seed: number): Promise<ProfileReport> {
  const profile = mkdtempSync(join(tmpdir(), 'lens-soak-'));
  const demo = await startDemo();
  const report: ProfileReport = { kills: 0, lost: [], asked: 0 };
  let session = await launch(demo, profile);
  try {
    await configure(session, SETTINGS);
    while (report.kills < kills) {
      const popup = await popupOver(session);
      await popup.evaluate(WRITE);
      await wait(20 + 480 * chance(seed, 'kill', report.kills));
      await killBrowser(session);
      report.kills += 1;
      const before = demo.requests.length;
      session = await launch(demo, profile);
      const state = await popupOver(session).then(
        () => 'ready',
        (error: unknown) => String(error),
      );
      if (state !== 'ready') report.lost.push(state);
      if (demo.requests.slice(before).some(({ host }) => host === API_HOST)) report.asked += 1;
    }
    return report;
  } finally {
    await session.close().catch(() => undefined);
    await demo.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const launch = (demo: Demo, userDataDir: string) =>
  launchChromium({ extensionDir: outputDir('chrome'), httpsPort: demo.httpsPort, userDataDir });

/** The popup over the app's page, with figures. */
async function popupOver(session: ChromiumSession) {
  const app = session.context.pages()[0] ?? (await session.context.newPage());
  await app.goto(APP);
  const popup = await session.openPopup();
  await settled(popup);
  return popup;
}

/** Every process of the browser at once, as a power cut would: none gets to tidy up. */
async function killBrowser(session: ChromiumSession): Promise<void> {
  const browser = await session.context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('no browser to kill');
  const gone = session.context.waitForEvent('close');
  process.kill(main.id, 'SIGKILL');
  await gone;
}
