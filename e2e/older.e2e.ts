import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawn, openPopup, settled, startStage } from './chromium';
import { copyOfBuild } from './output';
import { useStage } from './stage';

const stage = useStage();

it.each([
  ['without the namespace `browser` fetches the polyfill', true],
  ['with it spares the polyfill', false],
])('a page %s, and shows its figures', async (_, older) => {
  const known = await openPopup(stage);
  const url = known.url();
  await known.close();
  const page = await stage.session.context.newPage();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  if (older) await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'browser'));
  await page.goto(url);
  await settled(page);
  await drawn(page);
  expect(scripts.some((path) => path.startsWith('/chunks/browser-'))).toBe(older);
  expect(stage.errors).toEqual([]);
  await page.close();
});

it('the worker without the namespace runs the polyfill it carries, and answers', async () => {
  const copy = copyOfBuild('chrome');
  const shipped = readFileSync(join(copy, 'background.js'), 'utf8');
  const without =
    "Object.defineProperty(globalThis, 'browser', { value: undefined, writable: true });";
  const noted = 'globalThis.beganWith = typeof browser;';
  writeFileSync(join(copy, 'background.js'), `${without}\n${noted}\n${shipped}`);
  const older = await startStage({ extensionDir: copy });
  try {
    const [worker] = older.session.context.serviceWorkers();
    expect(await worker?.evaluate('beganWith')).toBe('undefined');
    const popup = await openPopup(older);
    await settled(popup);
    expect(older.demo.requests.length).toBeGreaterThan(0);
    expect(older.errors).toEqual([]);
  } finally {
    await older.close();
    rmSync(copy, { recursive: true, force: true });
  }
});
