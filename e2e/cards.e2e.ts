import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { validateRequest } from '../demo/contract';
import { MENTORS } from '../demo/data/organizations';
import { visitsOf } from '../demo/data/visits';
import { expectSeen, SEE, type Seen } from './cards-seen';
import { apiRequests, settled } from './chromium';
import { NOW_MS } from './expected';
import { EMPTY_CACHE } from './forget';
import { useStage } from './stage';
import { chooseRange } from './view';

const tutor = MENTORS[0]?.id ?? '';
const see = async (page: Page): Promise<Seen> => JSON.parse(await page.evaluate(SEE));

/** Chooses a range that is found under Custom. */
async function chooseLonger(page: Page, name: string, state = 'ready'): Promise<void> {
  await page.getByRole('group', { name: 'Range' }).getByText('Custom').click();
  await page.getByRole('button', { name, exact: true }).click();
  await settled(page, state);
}

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

  it.each([
    ['12 months', { kind: '12m' }],
    ['All time', { kind: 'all' }],
  ] as const)('are right over %s too', async (name, range) => {
    stage.demo.control.generation = '2';
    // So many visits are made up before, as an answer that has to wait for them would come too late.
    visitsOf('acme', 0, NOW_MS, NOW_MS);
    const from = apiRequests(stage).length;
    await chooseLonger(panel, name);
    expectSeen(await see(panel), { generation: '2', ahead, range });
    for (const { host, method, path, query } of apiRequests(stage).slice(from)) {
      expect(validateRequest(method, new URL(`https://${host}${path}${query}`))).toEqual([]);
    }
    await chooseRange(panel, '30 d');
    await settled(panel);
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

  it('of the first generation are right over 12 months, and have no all time, as each says', async () => {
    stage.demo.control.generation = '1';
    await chooseLonger(panel, '12 months');
    expectSeen(await see(panel), { generation: '1', ahead, range: { kind: '12m' } });
    await chooseLonger(panel, 'All time', 'error');
    await panel.getByText('This figure is not offered over all time here.').first().waitFor();
    expect((await see(panel)).kpis['new-users']).toBeNull();
    await chooseRange(panel, '30 d');
    await settled(panel);
  });
});
