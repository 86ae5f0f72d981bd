import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ADAS_SETTINGS, configure } from './browser/configure';
import { type ChromiumSession, launchChromium } from './browser/launch';
import { takePictures } from './browser/pictures';
import type { Generation } from './server/control';
import { startDemo } from './server/server';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const APP = 'https://mentorai.iblai.app/platform/acme/calculus-tutor?user=ada';

const TO_CLICK = `
The browser shows a page shaped like ibl.ai, with Ada Lovelace of Acme University signed in.

  1. Click the puzzle piece in the toolbar, then "Lens for ibl.ai": Ada's three charts.
  2. In the popup, "Open side panel": the same beside the page.
  3. In the page, choose another account, agent or organization: the panel follows.
  4. "Options" in the popup: key, organization, API base URL.

Everything comes from this machine; no name leads to the real ibl.ai. Close the browser to end.
`;

const { values: given } = parseArgs({
  options: {
    headless: { type: 'boolean', default: false },
    generation: { type: 'string', default: '1' },
  },
});
const asksHeadless = given.headless;
const generation = generationNamed(given.generation);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = asksHeadless || !hasDisplay;

build();
const demo = await startDemo({ latencyMs: 250, generation });
const session = await launchChromium({
  extensionDir: `${ROOT}.output/chrome-mv3`,
  httpsPort: demo.httpsPort,
  headless,
  // Screenshots in the pixel density of a high-resolution screen.
  args: headless ? ['--screen-info={3200x2400 devicePixelRatio=2}'] : [],
});
try {
  await show(session);
} finally {
  await session.close();
  await demo.close();
}

/** Which generations of the analytics API the demo serves. */
function generationNamed(text: string): Generation {
  const known: Generation[] = ['1', '2', 'both', 'neither'];
  const found = known.find((it) => it === text);
  if (!found) throw new Error(`--generation=${text}: choose one of ${known.join(', ')}`);
  return found;
}

function build(): void {
  const { status } = spawnSync('npx', ['wxt', 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension could not be built: see above.');
}

async function show(browser: ChromiumSession): Promise<void> {
  const app = browser.context.pages()[0] ?? (await browser.context.newPage());
  await configure(browser, ADAS_SETTINGS);
  await app.goto(APP);
  if (!headless) {
    console.log(TO_CLICK);
    await new Promise((resolve) => browser.context.once('close', resolve));
    return;
  }
  const files = await takePictures(browser, app);
  const reason = asksHeadless ? 'As asked' : 'There is no display';
  console.log(`${reason}: the demo ran without a window and took these pictures:`);
  for (const file of files) console.log(`  ${file.slice(ROOT.length)}`);
}
