import { describe, expect, it } from 'vitest';
import { expectedFigures } from '../demo/expected/gen1';
import { monthOf } from '../utils/figures/time/months';
import { apiRequests, drawn, fillIn, openOptions, openPopup, settled } from './chromium';
import { NOW_MS } from './expected';
import { useStage } from './stage';

const stage = useStage();

const { startMs } = monthOf(NOW_MS);
const spent = expectedFigures({
  orgKey: 'acme',
  userName: 'ada',
  mentorId: null,
  startMs,
  endMs: NOW_MS,
  nowMs: NOW_MS,
  aggregation: 'daily',
}).cost;
/** So much that 84 % of it are spent. */
const BUDGET = (spent / 0.845).toFixed(2);
const share = Math.floor((spent / Number(BUDGET)) * 100);

async function save(fields: Record<string, string>): Promise<void> {
  const page = await openOptions(stage);
  await page.getByText('ending in').waitFor();
  await fillIn(page, fields);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('status').getByText('Saved').waitFor();
  await page.close();
}

async function toggle(label: string): Promise<void> {
  const page = await openOptions(stage);
  const box = page.getByLabel(label);
  await expect.poll(() => box.isEnabled()).toBe(true);
  await box.click();
  await page.getByRole('status').getByText('Saved').waitFor();
  await page.close();
}

const inWorker = async (what: string): Promise<unknown> =>
  (await stage.session.worker()).evaluate(what);
const badge = () => inWorker('chrome.action.getBadgeText({})');
/** The alarms but for the daily one that sweeps what is old. */
const alarm = () =>
  inWorker(
    "chrome.alarms.getAll().then((all) => all.map(({ name }) => name).filter((name) => name !== 'sweep'))",
  );
const monthCalls = (from: number) =>
  apiRequests(stage, from).filter(({ query }) =>
    query.includes(`start_date=${new Date(startMs).toISOString().slice(0, 10)}T00%3A00%3A00Z`),
  );

describe('a budget', () => {
  it('asks nothing and shows nothing until there is one', async () => {
    const popup = await openPopup(stage);
    expect(await popup.locator('.budget').count()).toBe(0);
    expect(await badge()).toBe('');
    expect(await alarm()).toEqual([]);
  });

  it('that is no amount is refused beside its field', async () => {
    const page = await openOptions(stage);
    await fillIn(page, { 'Monthly budget in US dollars': 'fifty' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const field = page.getByLabel('Monthly budget in US dollars');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe('fifty');
    await page.close();
  });

  it('stands on the cost card with what is spent of it, by one call', async () => {
    await save({ 'Monthly budget in US dollars': BUDGET });
    const before = stage.demo.requests.length;
    const popup = await openPopup(stage);
    const line = popup.locator('section[data-card="cost"] .budget');
    await line.getByText(`(${share}%)`).waitFor();
    expect(await line.textContent()).toContain(`$${spent.toFixed(2)} of $${BUDGET}`);
    expect(monthCalls(before)).toHaveLength(1);
    expect(await badge()).toBe('');
    expect(await alarm()).toEqual([]);
  });

  it('shows its share on the icon once somebody wants that, and is looked at every hour', async () => {
    await toggle('Show the share spent on the toolbar icon');
    await expect.poll(badge).toBe(`${share}%`);
    expect(await alarm()).toEqual(['budget']);
    const title = await inWorker('chrome.action.getTitle({})');
    expect(title).toContain(`ada has spent $${spent.toFixed(2)}`);
  });

  it('is a line to be measured by in the running total of the month', async () => {
    const popup = await openPopup(stage);
    await popup.getByRole('button', { name: 'Custom', exact: true }).click();
    await popup.getByRole('button', { name: 'This month' }).click();
    await settled(popup);
    const card = popup.locator('section[data-card="cost"]');
    await card.getByLabel('Running total').check();
    const canvas = card.locator('canvas');
    await drawn(popup);
    await canvas.focus();
    await canvas.press('End');
    await card.locator('.tip [data-tone="budget"]').getByText('Budget').waitFor();
    const again = await openPopup(stage);
    await expect
      .poll(() =>
        again.locator('section[data-card="cost"]').getByLabel('Running total').isChecked(),
      )
      .toBe(true);
  });

  it('leaves icon and alarm when it is not wanted any more', async () => {
    await toggle('Show the share spent on the toolbar icon');
    await expect.poll(badge).toBe('');
    await expect.poll(alarm).toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});
