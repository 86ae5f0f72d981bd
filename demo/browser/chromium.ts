import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import {
  aptGetAsRoot,
  installWithApt,
  programOfVariable,
  programOnPath,
  wentThrough,
} from './install';

/**
 * A Chromium that can load unpacked extensions from the command line: `CHROMIUM_PATH`, else the
 * system's, else Playwright's; null when there is none. Google's own Chrome is not looked for: since
 * version 137 it ignores `--load-extension`.
 */
function findChromium(): string | null {
  const found = programOfVariable('CHROMIUM_PATH') ?? programOnPath('chromium', 'chromium-browser');
  if (found) return found;
  const bundled = chromium.executablePath();
  return existsSync(bundled) ? bundled : null;
}

/** A Chromium, installed first where there is none. Throws with what is missing and what to do. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one.');
  const aptGet = aptGetAsRoot();
  const installed = wentThrough(() => {
    if (aptGet) installWithApt(aptGet, 'chromium', 'fonts-liberation');
    else installWithPlaywright();
  });
  const path = installed ? findChromium() : null;
  if (path) return path;
  throw new Error(
    'Chromium is missing and could not be installed. Install it with your package manager ' +
      '(Debian: apt-get install chromium) or by `npx playwright-core install chromium`, or name ' +
      'its program in CHROMIUM_PATH. Google Chrome will not do: since version 137 it ignores ' +
      '--load-extension.',
  );
}

function installWithPlaywright(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core')), 'cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
}
