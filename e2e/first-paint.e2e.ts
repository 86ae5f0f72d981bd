import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { APP, apiRequests, drawn, figuresOn, openPopup, settled } from './chromium';
import { expectedOf, expectFigures } from './expected';
import { eachEntry, firstOn, NOTE_FIRST } from './first-paint-seen';
import { useStage } from './stage';
import { chooseRange } from './view';

const stage = useStage();

/** The popup's page in a tab beside the app's, its beginning noted, settled. */
async function open(before?: string, name = 'popup.html'): Promise<Page> {
  const page = await stage.session.context.newPage();
  if (before) await page.addInitScript(before);
  await page.addInitScript(NOTE_FIRST);
  await page.goto(stage.session.extensionUrl(name));
  await settled(page);
  return page;
}

/** Waits until a page has stored the first paint of its next opening. */
const isKept = (page: Page) =>
  expect
    .poll(() => page.evaluate('performance.getEntriesByName("lens first paint kept").length'))
    .toBeGreaterThan(0);

/** Stores a first paint of what the popup's page shows now. */
async function leaveFirstPaint(): Promise<void> {
  const page = await open();
  await isKept(page);
  await page.close();
}

describe('the second opening of a page', () => {
  it('begins with what it showed last, before views, parsers or charts are there', async () => {
    await leaveFirstPaint();
    const requests = stage.demo.requests.length;
    const page = await open();
    await drawn(page);
    const first = await firstOn(page);
    expect(first.state).toBe('ready');
    expect(first.user).toBe('ada');
    expect(first.isStored).toBe(true);
    expect(apiRequests(stage, requests)).toEqual([]);
    expectFigures(await figuresOn(page), expectedOf('ada', { kind: '30d' }));
    await page.close();
  });

  it('is taken over, element by element, by a dashboard that would have drawn just that', async () => {
    const page = await open();
    const first = await firstOn(page);
    expect(first.stands).toBe(true);
    // The same dashboard drawn without a stored first paint: only the ids of its parts may differ.
    await page.evaluate(eachEntry('pictures', 'at.delete()'));
    const without = await open();
    const plain = await firstOn(without);
    expect(plain.isStored).toBe(false);
    // Without a stored first paint the width of a chart is not known yet.
    const alike = (html: string) =>
      html.replace(/Updated [^<]*/, '').replace(/<svg class="sketch".*?<\/svg>/g, '');
    expect(alike(first.html)).toBe(alike(plain.html));
    await page.close();
    await without.close();
    expect(stage.errors).toEqual([]);
  });

  it('is the same for the side panel with its further cards', async () => {
    const panel = await open(undefined, 'sidepanel.html');
    await panel.locator('section[data-card="topics"][data-state="ready"]').waitFor();
    await isKept(panel);
    await panel.close();
    const again = await open(undefined, 'sidepanel.html');
    const first = await firstOn(again);
    expect(first).toMatchObject({ isStored: true, stands: true });
    expect(first.html).toContain('data-topic=');
    await again.close();
  });

  it('hears a click that comes before anybody listens', async () => {
    await leaveFirstPaint();
    const page = await open(`window.__onFirst = () => {
      const week = [...document.querySelectorAll('[aria-label="Range"] button')].find((b) => b.textContent === '7 d');
      week.click();
    }`);
    await page.getByRole('button', { name: '7 d', exact: true, pressed: true }).waitFor();
    await settled(page);
    expect((await firstOn(page)).stands).toBe(true);
    expectFigures(await figuresOn(page), expectedOf('ada', { kind: '7d' }));
    await chooseRange(page, '30 d');
    await settled(page);
    await page.close();
  });

  it('never begins with another person’s, another mentor’s or another range’s first paint', async () => {
    await leaveFirstPaint();
    await stage.app.goto(APP.replace('user=ada', 'user=grace'));
    const other = await open();
    const first = await firstOn(other);
    expect(first.html).not.toContain('Ada');
    expect(first.state).not.toBe('ready');
    expect(await other.locator('main').getAttribute('data-user')).toBe('grace');
    await other.close();

    await stage.app.goto(APP);
    const again = await open();
    expect((await firstOn(again)).state).toBe('ready');
    await chooseRange(again, '7 d');
    await settled(again);
    await again.close();
    const week = await open();
    expect((await firstOn(week)).html).toContain('aria-pressed="true">7 d');
    expectFigures(await figuresOn(week), expectedOf('ada', { kind: '7d' }));
    await chooseRange(week, '30 d');
    await settled(week);
    await week.close();
  });

  it('begins anew when the figures have changed since, whoever changed them', async () => {
    await leaveFirstPaint();
    const page = await open();
    // Waits until this page has stored its own first paint, so that it comes before the change.
    await isKept(page);
    await page.evaluate(
      eachEntry('snapshots', 'at.update({ ...at.value, savedAtMs: at.value.savedAtMs + 1 })'),
    );
    await page.close();
    const next = await open();
    expect((await firstOn(next)).isStored).toBe(false);
    expect((await firstOn(next)).state).toBe('ready');
    await next.close();
  });
});

it('the real popup begins with a stored first paint too', async () => {
  const popup = await openPopup(stage);
  await drawn(popup);
  await isKept(popup);
  await popup.close();
  const again = await openPopup(stage);
  await drawn(again);
  const marks = await again.evaluate<string[]>(
    'performance.getEntriesByType("mark").map(({ name }) => name)',
  );
  expect(marks).toContain('lens first paint');
  await again.close();
  expect(stage.errors).toEqual([]);
});
