import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_TOPICS } from '../demo/api/gen2/topics';
import { expectAccessible } from './axe';
import { expectFailedAlone, FAILING_ALONE, SEE, type Seen } from './cards-seen';
import { settled } from './chromium';
import { EMPTY_CACHE } from './forget';
import { useStage } from './stage';

const see = async (page: Page): Promise<Seen> => JSON.parse(await page.evaluate(SEE));
const card = (page: Page, name: string) => page.locator(`section[data-card="${name}"]`);

/** Opens the page again as one that knows nothing, neither figures nor deployments. */
async function openAnew(page: Page): Promise<void> {
  await page.evaluate(EMPTY_CACHE);
  await page.reload();
  await settled(page);
}

describe('the cards of the panel', () => {
  const stage = useStage();
  let panel: Page;
  beforeAll(async () => {
    stage.demo.control.generation = '2';
    panel = await stage.session.openPanel();
    await settled(panel);
  });
  afterEach(() => {
    stage.demo.control.reset();
    stage.demo.control.generation = '2';
  });

  it.each(FAILING_ALONE)('of which %s alone fails: the others stand', async (name, match) => {
    stage.demo.control.add({ match, body: 'no figures' });
    await openAnew(panel);
    expectFailedAlone(await see(panel), name);
    expect(await card(panel, name).textContent()).toContain('could not be understood');
  });

  it('have topics of any name as text, and fit into 280 pixels; axe finds nothing', async () => {
    stage.demo.control.behaviour.topicNames = 'hostile';
    const page = await stage.session.context.newPage();
    await page.setViewportSize({ width: 280, height: 900 });
    await page.goto(stage.session.extensionUrl('sidepanel.html'));
    await openAnew(page);
    const names = (await see(page)).topics.map(({ topic }) => topic);
    expect(names).toEqual(expect.arrayContaining(Object.values(HOSTILE_TOPICS)));
    expect(await page.locator('.topics b').count()).toBe(0);
    await page.getByText('Show as table').last().waitFor();
    for (const summary of await page.getByText('Show as table').all()) await summary.click();
    await card(page, 'topics').getByRole('row', { name: '=cmd()' }).waitFor();
    await expectAccessible(page);
    const wide = await page
      .locator('section[data-card]')
      .evaluateAll((sections) =>
        sections.flatMap((section) =>
          section.scrollWidth > section.clientWidth ? section.id : [],
        ),
      );
    expect(wide).toEqual([]);
    await page.close();
  });

  it('are shown and hidden by the menu, and a popup has the first three', async () => {
    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Cards' }).click();
    await panel.getByRole('menuitemcheckbox', { name: 'Topics' }).click();
    await card(panel, 'topics').waitFor({ state: 'detached' });
    await panel.getByRole('menuitemcheckbox', { name: 'Topics' }).click();
    await card(panel, 'topics').waitFor();
    await panel.keyboard.press('Escape');
  });

  it('name what a deployment does not serve, each alone', async () => {
    stage.demo.control.add({
      match: '/analytics/topics/',
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Not Found</h1>',
    });
    await openAnew(panel);
    expect((await see(panel)).missing).toEqual(['topics']);
    expect(await panel.locator('[data-not-served]').textContent()).toContain('Topics');
    expect(await card(panel, 'topics').count()).toBe(0);
    await card(panel, 'access-times').waitFor();
  });
});
