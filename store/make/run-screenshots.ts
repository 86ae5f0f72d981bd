import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { launchChromium } from '../../demo/browser/launch';
import { startDemo } from '../../demo/server/server';
import { launchDrawing } from './browser';
import { SCENES } from './captions';
import { compose } from './compose';
import { extensionIn } from './extension';
import { LOCALES, type Locale, storeFile } from './locales';
import { enterSettings, SCENE_OF, type Taken } from './scenes';

// `npm run screenshots`: builds, plays each scene with the demo in each language, and writes the
// screenshots of the listings.
const APP = 'https://mentorai.iblai.app/platform/acme/calculus-tutor?user=ada';

const { status } = spawnSync('npx', ['wxt', 'build'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) throw new Error('The extension could not be built: see above.');

const browser = await launchDrawing();
for (const locale of LOCALES) {
  for (const [index, [scene, pictures]] of (await played(locale)).entries()) {
    const file = storeFile(locale, `screenshots/${index + 1}-${scene}.png`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await compose(browser, locale, scene, pictures));
  }
}
await browser.close();

/** Every scene in a language, played in one browser. */
async function played(locale: Locale) {
  const extensionDir = extensionIn(locale);
  const demo = await startDemo();
  const session = await launchChromium({
    extensionDir,
    httpsPort: demo.httpsPort,
    args: ['--screen-info={3200x2400 devicePixelRatio=2}'],
  });
  try {
    const app = session.context.pages()[0] ?? (await session.context.newPage());
    await (await enterSettings({ session, locale })).close();
    await app.goto(APP);
    const scenes: [(typeof SCENES)[number], Taken[]][] = [];
    for (const scene of SCENES) {
      scenes.push([scene, await SCENE_OF[scene]({ session, app, locale })]);
    }
    return scenes;
  } finally {
    await session.close();
    await demo.close();
    rmSync(extensionDir, { recursive: true });
  }
}
