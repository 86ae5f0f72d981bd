import { existsSync } from 'node:fs';
import {
  aptGetAsRoot,
  installWithApt,
  programOfVariable,
  programOnPath,
  wentThrough,
} from './install';

const IN_APPLICATIONS = '/Applications/Firefox.app/Contents/MacOS/firefox';

/** A Firefox: `FIREFOX_PATH`, else the system's; null when there is none. */
function findFirefox(): string | null {
  const found = programOfVariable('FIREFOX_PATH') ?? programOnPath('firefox-esr', 'firefox');
  return found ?? (existsSync(IN_APPLICATIONS) ? IN_APPLICATIONS : null);
}

/** A Firefox, installed first where there is none. Throws with what is missing and what to do. */
export async function ensureFirefox(): Promise<string> {
  const found = findFirefox();
  if (found) return found;
  const aptGet = aptGetAsRoot();
  if (aptGet) {
    console.log('No Firefox found: installing one.');
    const path = wentThrough(() => installWithApt(aptGet, 'firefox-esr')) ? findFirefox() : null;
    if (path) return path;
  }
  throw new Error(
    'Firefox is missing and could not be installed. Install it with your package manager ' +
      '(Debian: apt-get install firefox-esr) or from https://www.mozilla.org/firefox/, or name its ' +
      'program in FIREFOX_PATH.',
  );
}
