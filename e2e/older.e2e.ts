import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPopup, type Stage, settled, startStage } from './chromium';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

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
  await page.locator('.plot[data-drawn="chart"]').nth(2).waitFor();
  expect(scripts.some((path) => path.startsWith('/chunks/browser-'))).toBe(older);
  expect(stage.errors).toEqual([]);
  await page.close();
});
