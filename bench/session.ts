import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADAS_SETTINGS, configure } from '../demo/browser/configure';
import { type ChromiumSession, launchChromium } from '../demo/browser/launch';
import { type Demo, startDemo } from '../demo/server/server';
import { outputDir } from '../e2e/output';
import { writeEmptyExtension } from './empty';

/** The page of a signed-in user that the popup is opened over. */
export const APP_PAGE = 'https://mentorai.iblai.app/platform/acme/calculus-tutor?user=ada';

/** One browser with the shipped build and the empty one side by side, on a profile that is kept. */
export interface BenchSession {
  session: ChromiumSession;
  demo: Demo;
  /** Address of a page of the shipped build. */
  lens: (file: string) => string;
  /** Address of a page of the empty extension. */
  empty: (file: string) => string;
  close: () => Promise<void>;
}

/** Profiles and folders that live as long as one run of the benchmark. */
export interface BenchPlace {
  profile: string;
  emptyDir: string;
  demo: Demo;
  remove: () => Promise<void>;
}

/** Prepares a profile with key, organization and a warm cache of one user's figures. */
export async function preparePlace(): Promise<BenchPlace> {
  const profile = mkdtempSync(join(tmpdir(), 'lens-bench-'));
  const emptyDir = writeEmptyExtension();
  const demo = await startDemo();
  const place = {
    profile,
    emptyDir,
    demo,
    remove: async () => {
      await demo.close();
      rmSync(profile, { recursive: true, force: true });
      rmSync(emptyDir, { recursive: true, force: true });
    },
  };
  const first = await openSession(place);
  await configure(first.session, ADAS_SETTINGS);
  await fillCache(first);
  await first.close();
  return place;
}

/** Opens the popup once over the app's page, until every figure has arrived and its first paint is stored. */
export async function fillCache({ session, lens }: BenchSession): Promise<void> {
  const app = await session.context.newPage();
  await app.goto(APP_PAGE);
  const popup = await session.context.newPage();
  await popup.goto(lens('popup.html'));
  await popup.waitForSelector('main[data-state="ready"]:not([aria-busy="true"])');
  await popup.waitForFunction(
    () => performance.getEntriesByName('lens first paint kept').length > 0,
  );
  await popup.close();
  await app.close();
}

/** Starts the browser on the place's profile. */
export async function openSession({ profile, emptyDir, demo }: BenchPlace): Promise<BenchSession> {
  const lensDir = outputDir('chrome');
  const session = await launchChromium({
    extensionDir: `${lensDir},${emptyDir}`,
    httpsPort: demo.httpsPort,
    userDataDir: profile,
  });
  const ids = await extensionIds(session);
  return {
    session,
    demo,
    lens: (file) => `chrome-extension://${ids.lens}/${file}`,
    empty: (file) => `chrome-extension://${ids.empty}/${file}`,
    close: () => session.close(),
  };
}

/** Which of the two workers belongs to which extension: their manifests say. */
async function extensionIds({
  context,
}: ChromiumSession): Promise<{ lens: string; empty: string }> {
  while (context.serviceWorkers().length < 2) await context.waitForEvent('serviceworker');
  const ids = new Map<string, string>();
  for (const worker of context.serviceWorkers()) {
    const name: string = await worker.evaluate('chrome.runtime.getManifest().name');
    ids.set(name, new URL(worker.url()).host);
  }
  const empty = ids.get('Empty');
  const lens = [...ids].find(([name]) => name !== 'Empty')?.[1];
  if (!lens || !empty) throw new Error('both extensions should run');
  return { lens, empty };
}
