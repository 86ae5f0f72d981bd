import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateRequest } from '../demo/contract';
import { expectedTalk, hoursIn } from '../demo/expected-talk';
import { MENTORS } from '../demo/world';
import { periodOf } from '../utils/figures/period';
import { apiRequests, settled } from './chromium';
import { NOW_MS } from './expected';
import { useStage } from './stage';

const tutor = MENTORS[0]?.id ?? '';
const period = periodOf({ kind: '30d' }, NOW_MS);
const wantedOf = (mentorId?: string) =>
  expectedTalk({ orgKey: 'acme', nowMs: NOW_MS, ...period, ...(mentorId ? { mentorId } : {}) });

const card = (page: Page, name: string) => page.locator(`section[data-card="${name}"]`);
const kpi = async (page: Page, name: string) =>
  Number(await page.locator(`output[data-kpi="${name}"]`).first().getAttribute('data-value'));

/** The data attributes of all elements that a selector finds. */
const datasets = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((element) => ({ ...(element instanceof HTMLElement ? element.dataset : {}) })),
    );

async function expectTalk(page: Page, ahead: number, mentorId?: string): Promise<void> {
  const wanted = wantedOf(mentorId);
  await expect.poll(() => kpi(page, 'conversations')).toBe(wanted.conversations);
  expect(await kpi(page, 'sessions')).toBe(wanted.sessions);
  const topics = await datasets(page, '[data-topic]');
  expect(topics).toHaveLength(10);
  for (const { topic = '', value } of topics) {
    expect(Number(value)).toBe(wanted.topics.get(topic)?.conversations);
  }
  const cells = await datasets(page, '[data-day][data-hour]');
  expect(cells).toHaveLength(168);
  const hours = hoursIn(wanted.hours, ahead);
  for (const { day, hour, value } of cells) {
    expect(Number(value)).toBe(hours[Number(day)]?.[Number(hour)]);
  }
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

  it('are right for all agents, in no more than sixteen calls, each valid', async () => {
    await expectTalk(panel, ahead);
    // A deployment that nobody knows is asked for both generations at once, the first time.
    const asked = apiRequests(stage).filter((one) => one.status === 200);
    // The agent's name is one call more.
    const figures = asked.filter(({ path }) => path.includes('/analytics/'));
    expect(figures.length).toBeLessThanOrEqual(16);
    for (const { host, method, path, query } of asked) {
      expect(validateRequest(method, new URL(`https://${host}${path}${query}`))).toEqual([]);
    }
  });

  it('ask nothing when the panel is opened again', async () => {
    const before = apiRequests(stage).length;
    await panel.reload();
    await settled(panel);
    await expectTalk(panel, ahead);
    expect(apiRequests(stage)).toHaveLength(before);
  });

  it('are right for one agent', async () => {
    await panel.getByRole('group', { name: 'Scope' }).getByText('This agent').click();
    await panel.locator('main[aria-busy="false"]').waitFor();
    await expectTalk(panel, ahead, tutor);
    await panel.getByRole('group', { name: 'Scope' }).getByText('All agents').click();
    await settled(panel);
  });

  it('are shown and hidden by the menu, and a popup has the first three', async () => {
    await panel.getByRole('button', { name: 'Cards' }).click();
    await panel.getByRole('menuitemcheckbox', { name: 'Topics' }).click();
    await card(panel, 'topics').waitFor({ state: 'detached' });
    await panel.getByRole('menuitemcheckbox', { name: 'Topics' }).click();
    await card(panel, 'topics').waitFor();
    await panel.keyboard.press('Escape');
  });

  it('name what a deployment does not serve, each alone', async () => {
    const stop = stage.demo.control.add({
      match: '/analytics/topics/',
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Not Found</h1>',
    });
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.locator('main[aria-busy="false"]').waitFor();
    stop();
    await panel.getByRole('group', { name: 'Range' }).getByText('7 d', { exact: true }).click();
    await panel.locator('[data-not-served]').waitFor();
    expect(await panel.locator('[data-not-served]').textContent()).toContain('Topics');
    expect(await card(panel, 'topics').count()).toBe(0);
    await card(panel, 'access-times').waitFor();
  });
});
