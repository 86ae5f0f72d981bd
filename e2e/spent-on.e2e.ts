import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { MENTORS } from '../demo/data/organizations';
import { expectedGen2 } from '../demo/expected/gen2';
import { periodOf } from '../utils/figures/time/period';
import { openPopup, settled } from './chromium';
import { NOW_MS } from './expected';
import { useStage } from './stage';

const { startMs, endMs } = periodOf({ kind: '30d' }, NOW_MS);
const organization = { orgKey: 'acme', startMs, endMs, nowMs: NOW_MS };
const agent = { ...organization, mentorId: MENTORS[0]?.id ?? '' };

const stage = useStage();
beforeAll(async () => {
  stage.demo.control.generation = '2';
  // Only the second reading knows what the deployment can tell.
  const popup = await openPopup(stage);
  await popup.getByRole('button', { name: 'Refresh' }).click();
  await popup.locator('[data-part="spent-on"] summary').waitFor();
  await settled(popup);
  await popup.close();
});

async function opened(scope: 'All agents' | 'This agent'): Promise<[Page, Locator]> {
  const popup = await openPopup(stage);
  await popup.getByRole('group', { name: 'Scope' }).getByText(scope).click();
  await popup.getByRole('button', { name: scope, pressed: true }).waitFor();
  await settled(popup);
  const part = popup.locator('[data-part="spent-on"]');
  await part.locator('summary').click();
  return [popup, part];
}

/** Chooses a split, and returns the cost of each row and the total. */
async function split(part: Locator, name: string, by: string) {
  await part.getByRole('button', { name }).click();
  const table = part.locator(`table[data-by="${by}"]`);
  const total = table.locator('tfoot td').first();
  await total.waitFor();
  const costs: Record<string, number> = {};
  for (const row of await table.locator('tbody tr').all()) {
    const cost = await row.locator('td').first().getAttribute('data-value');
    costs[(await row.locator('th').textContent()) ?? ''] = Number(cost);
  }
  return { costs, total: Number(await total.getAttribute('data-value')) };
}

const allOf = (costs: Record<string, number>) =>
  Object.values(costs).reduce((sum, cost) => sum + cost, 0);

describe.each([
  ['All agents', organization, 'Cost of the whole organization'],
  ['This agent', agent, 'Cost of everybody with this agent'],
] as const)('what a cost was spent on, under “%s”', (scope, wanted, whose) => {
  it('is the person’s by provider and by action, and of all by person, and says so', async () => {
    const [popup, part] = await opened(scope);
    const { costByProvider, costByAction } = expectedGen2({ ...wanted, userName: 'ada' });
    for (const [name, by, expected] of [
      ['By provider', 'provider', costByProvider],
      ['By action', 'action', costByAction],
    ] as const) {
      const { costs, total } = await split(part, name, by);
      expect(costs).toEqual(expected);
      expect(total).toBeCloseTo(allOf(expected), 6);
      expect(await part.getByText('not of one person').count()).toBe(0);
    }
    const { costByPerson } = expectedGen2(wanted);
    const { costs, total } = await split(part, 'By person', 'person');
    expect(total).toBeCloseTo(allOf(costByPerson), 6);
    expect(costs).toMatchObject({ ada: costByPerson.ada });
    await part.getByText(whose).waitFor();
    await popup.close();
  });
});
