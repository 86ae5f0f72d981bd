import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { validateRequest } from '../demo/contract';
import { MENTORS } from '../demo/data/organizations';
import { expectSeen, SEE, type Seen } from './cards-seen';
import { apiRequests, settled } from './chromium';
import { EMPTY_CACHE } from './forget';
import { useStage } from './stage';

const tutor = MENTORS[0]?.id ?? '';
const see = async (page: Page): Promise<Seen> => JSON.parse(await page.evaluate(SEE));

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
