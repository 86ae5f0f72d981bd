import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_TOPICS } from '../demo/api/gen2/topics';
import { validateRequest } from '../demo/contract';
import { MENTORS } from '../demo/data/organizations';
import { expectAccessible } from './axe';
import { expectSeen, SEE, type Seen } from './cards-seen';
import { apiRequests, settled } from './chromium';
import { EMPTY_CACHE } from './forget';
import { useStage } from './stage';

const tutor = MENTORS[0]?.id ?? '';
const see = async (page: Page): Promise<Seen> => JSON.parse(await page.evaluate(SEE));
const card = (page: Page, name: string) => page.locator(`section[data-card="${name}"]`);

/** Opens the page again as one that knows nothing, neither figures nor deployments. */
async function openAnew(page: Page): Promise<void> {
  await page.evaluate(EMPTY_CACHE);
  await page.reload();
  await settled(page);
}

async function chooseScope(page: Page, name: string): Promise<void> {
  const scope = page.getByRole('group', { name: 'Scope' });
  await scope.getByText(name).click();
  await scope.getByRole('button', { name, pressed: true }).waitFor();
  await settled(page);
}

// Half an hour off UTC, and the better part of a day ahead.
describe.each([
  ['Asia/Kolkata', 330],
  ['Pacific/Kiritimati', 840],
] as const)('the cards of the panel in %s', (zone, ahead) => {
  const stage = useStage({ env: { TZ: zone } });
  let panel: Page;
  beforeAll(async () => {
    stage.demo.control.generation = '2';
    panel = await stage.session.openPanel();
    await settled(panel);
  });
  afterEach(() => stage.demo.control.reset());

  it('are right for all agents, in sixteen calls, each valid', async () => {
    const from = apiRequests(stage).length;
    await openAnew(panel);
    expectSeen(await see(panel), { generation: '2', ahead });
    const asked = apiRequests(stage).slice(from);
    // What the deployment lacks is among them; who is active now is asked each minute.
    const figures = asked.filter(({ query }) => !query.includes('currently_active'));
    const paths = figures.map(({ path }) => path).filter((path) => !path.includes('ai-mentor'));
    // The sixteenth is the agent's name.
    expect(paths, paths.join(' ')).toHaveLength(15);
    for (const { host, method, path, query } of asked.filter(({ status }) => status === 200)) {
      expect(validateRequest(method, new URL(`https://${host}${path}${query}`))).toEqual([]);
    }
  });

  it('ask nothing when the panel is opened again', async () => {
    const before = apiRequests(stage).length;
    await panel.reload();
    await settled(panel);
    expectSeen(await see(panel), { generation: '2', ahead });
    expect(apiRequests(stage)).toHaveLength(before);
  });

  it('are right for one agent', async () => {
    stage.demo.control.generation = '2';
    await chooseScope(panel, 'This agent');
    expectSeen(await see(panel), { generation: '2', ahead, mentorId: tutor });
  });

  it('are right in the first generation, for one agent and for all', async () => {
    stage.demo.control.generation = '1';
    await openAnew(panel);
    expectSeen(await see(panel), { generation: '1', ahead, mentorId: tutor });
    await chooseScope(panel, 'All agents');
    expectSeen(await see(panel), { generation: '1', ahead });
  });
});

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

  it.each([
    // Where the stand-in can't be had either, the failure stands on the card itself.
    ['cohorts', '/analytics/users/'],
    ['cost', '/analytics/financial/'],
    ['conversations', '/analytics/conversations/'],
    ['topics', '/analytics/topics/'],
    ['access-times', '/analytics/time/'],
    ['ratings', '/analytics/ratings/'],
  ])('of which %s alone fails: the others stand', async (name, match) => {
    stage.demo.control.add({ match, body: 'no figures' });
    await openAnew(panel);
    const { cards } = await see(panel);
    const { [name]: failed, ...others } = cards;
    expect(failed).toBe('error');
    const rest = Object.entries(others).filter(([other]) => other !== 'feedback');
    expect(rest.length).toBeGreaterThanOrEqual(5);
    expect(rest.every(([, state]) => state === 'ready')).toBe(true);
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
