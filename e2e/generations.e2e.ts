import { beforeAll, describe, expect, it } from 'vitest';
import { validateRequest } from '../demo/contract';
import { MENTORS } from '../demo/data/organizations';
import type { Generation } from '../demo/server/control';
import { isWholeDays } from '../utils/api/days';
import { periodOf } from '../utils/figures/time/period';
import type { Range } from '../utils/figures/time/range';
import { apiRequests, figuresOn, openOptions, openPopup, settled } from './chromium';
import { expectedOf, expectFigures, NOW_MS } from './expected';
import { card, expectOpening, figure, save, secondOf } from './generations-seen';
import { useStage } from './stage';
import { chooseRange } from './view';

const mentor = MENTORS[0]?.id ?? '';
const range: Range = { kind: '30d' };

describe.each<[Generation, string]>([
  ['1', 'first'],
  ['2', 'second'],
  ['both', 'both'],
  ['neither', 'neither'],
])('a deployment with %s', (generation, found) => {
  const hasFirst = generation === '1' || generation === 'both';
  const hasSecond = generation === '2' || generation === 'both';
  const state = generation === 'neither' ? 'error' : 'ready';
  const stage = useStage({ configured: false });
  beforeAll(() => {
    stage.demo.control.generation = generation;
  });

  it('opens for the first time with its figures, or says that it has none', async () => {
    await save(stage);
    const before = stage.demo.requests.length;
    const popup = await openPopup(stage, state);
    await expectOpening(stage, popup, { generation, before });
  });

  it('is asked for nothing again that it lacks, in any range', async () => {
    const missing = apiRequests(stage).filter(({ status }) => status === 404);
    const before = stage.demo.requests.length;
    const popup = await openPopup(stage, state);
    for (const name of ['7 d', '90 d', '30 d']) {
      await chooseRange(popup, name);
      await settled(popup, state);
    }
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await settled(popup, state);
    const again = apiRequests(stage, before).filter(({ status }) => status === 404);
    expect(again).toEqual([]);
    expect(new Set(missing.map(({ path }) => path)).size).toBe(missing.length);
  });

  it('tells what the cost was spent on, where it can', async () => {
    const popup = await openPopup(stage, state);
    const part = popup.locator('[data-part="spent-on"]');
    if (generation === 'neither') {
      expect(await part.count()).toBe(0);
      return;
    }
    await part.locator('summary').click();
    const total = part.locator('tfoot td').first();
    if (hasSecond) {
      const { cost, costByModel, costByMentor } = secondOf(range);
      await total.waitFor();
      expect(Number(await total.getAttribute('data-value'))).toBeCloseTo(cost, 6);
      const rows = part.locator('tbody tr');
      expect(await rows.count()).toBe(Object.keys(costByModel).length);
      for (const [name, amount] of Object.entries(costByModel)) {
        const header = popup.getByRole('rowheader', { name, exact: true });
        const cell = rows.filter({ has: header }).locator('td').first();
        expect(Number(await cell.getAttribute('data-value'))).toBeCloseTo(amount, 6);
      }
      await part.getByRole('button', { name: 'By agent' }).click();
      await part.locator('table[data-by="mentor"] tfoot').waitFor();
      expect(await rows.count()).toBe(Object.keys(costByMentor).length);
    } else {
      await part.getByText('Cost of the whole organization').waitFor();
    }
  });

  it('names whose cost it is under one mentor', async () => {
    const popup = await openPopup(stage, state);
    await popup.getByRole('group', { name: 'Scope' }).getByText('This agent').click();
    await popup.getByRole('button', { name: 'This agent', pressed: true }).waitFor();
    await settled(popup, state);
    if (generation !== 'neither') {
      const all = hasSecond ? secondOf(range, mentor).cost : expectedOf('ada', range).cost;
      expect((await figuresOn(popup)).cost).toBeCloseTo(all, 6);
      const scope = card(popup, 'cost').locator('.card-scope');
      await scope.getByText(hasSecond ? 'Calculus Tutor' : 'all agents').waitFor();
    }
    await popup.getByRole('group', { name: 'Scope' }).getByText('All agents').click();
    await popup.getByRole('button', { name: 'All agents', pressed: true }).waitFor();
    await settled(popup, state);
  });

  it('never passes two days off as 24 hours', async () => {
    const popup = await openPopup(stage, state);
    await chooseRange(popup, '24 h');
    await settled(popup, state);
    const { cost } = await figuresOn(popup);
    // In the first hour of a UTC day the last 24 hours that ended are the day before.
    const isOneDay = isWholeDays(periodOf({ kind: '24h' }, NOW_MS));
    if (hasFirst) expect(cost).toBeCloseTo(expectedOf('ada', { kind: '24h' }).cost, 6);
    else if (generation === '2' && isOneDay)
      expect(cost).toBeCloseTo(secondOf({ kind: '24h' }).cost, 6);
    else expect(cost).toBeNull();
    if (generation === '2' && !isOneDay) {
      await card(popup, 'cost').getByText('by whole UTC days').waitFor();
    }
    await chooseRange(popup, '30 d');
    await settled(popup, state);
  });

  it('is looked at anew by “Test connection”, which says what it found', async () => {
    const options = await openOptions(stage);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.locator(`[role="status"] [data-generation="${found}"]`).waitFor();
    const lines = (await options.locator('.checks').textContent()) ?? '';
    expect(lines.includes('New and veteran users: yes')).toBe(
      generation === '1' || generation === 'both',
    );
    expect(lines.includes('Active and registered users: yes')).toBe(generation === '2');
    await options.close();
  });

  it('is followed at the next refresh when it changes overnight', async () => {
    if (generation !== '1' && generation !== '2') return;
    const popup = await openPopup(stage, state);
    stage.demo.control.generation = generation === '1' ? '2' : '1';
    await popup.getByRole('button', { name: 'Refresh' }).click();
    const rating = popup.locator('output[data-kpi="average-rating"]');
    await rating.waitFor({ state: generation === '1' ? 'visible' : 'detached' });
    await settled(popup, state);
    const seen = await figuresOn(popup);
    if (generation === '2') {
      expectFigures(seen, expectedOf('ada', range));
    } else {
      expect(seen['new-users']).toBeNull();
      expect(await figure(popup, 'active-users')).toBe(secondOf(range).activeUsers);
      expect(seen.cost).toBeCloseTo(secondOf(range).cost, 6);
    }
    expect(await popup.getByRole('alert').count()).toBe(0);
  });

  it('gets no request that the vendor’s schema does not know, and leaves no error', () => {
    for (const { host, path, query } of apiRequests(stage)) {
      expect(validateRequest('GET', new URL(`https://${host}${path}${query}`)), path).toEqual([]);
    }
    expect(stage.errors.filter((text) => !text.includes('404'))).toEqual([]);
  });
});
