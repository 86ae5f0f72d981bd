import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Download, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Range } from '../utils/figures/time/range';
import { drawn, openPopupTab } from './chromium';
import { expectedOf, expectedTables, NOW_MS } from './expected';
import { useStage } from './stage';

const stage = useStage();

beforeAll(async () => {
  await stage.session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});

const card = (page: Page, name: string) => page.locator(`section[data-card="${name}"]`);
const MONTH: Range = { kind: '30d' };

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

describe('taking figures along', () => {
  it('as CSV: every exact number of the tables', async () => {
    const page = await openPopupTab(stage);
    const download = page.waitForEvent('download');
    await choose(page, 'CSV');
    const today = new Date(NOW_MS).toISOString().slice(0, 10);
    expect((await download).suggestedFilename()).toMatch(
      new RegExp(`^lens-acme-\\d{4}-\\d\\d-\\d\\d-to-${today}-as-of-${today}\\.csv$`),
    );
    const rows = parse<Record<string, string>>(await textOf(download), {
      bom: true,
      columns: true,
    });
    const valuesOf = (figure: string) =>
      rows.filter((row) => row.figure === figure).map(({ value }) => Number(value));
    const { cohorts = [], cost = [], feedback = [] } = expectedTables('ada', MONTH);
    expect(valuesOf('new-users')).toEqual(cohorts.map(([fresh]) => fresh));
    expect(valuesOf('veteran-users')).toEqual(cohorts.map(([, veterans]) => veterans));
    expect(valuesOf('feedback')).toEqual(feedback.flat());
    expect(valuesOf('cost').map((dollars) => dollars.toFixed(6))).toEqual(
      cost.flat().map((dollars) => dollars.toFixed(6)),
    );
    expect(rows.at(-1)).toMatchObject({ end: today, state: 'running' });
    await page.close();
  });

  it('as JSON: with whom and what it is about', async () => {
    const page = await openPopupTab(stage);
    const download = page.waitForEvent('download');
    await choose(page, 'JSON');
    const file = JSON.parse(await textOf(download));
    const group = { organization: 'acme', user: null, agent: null };
    const month = expectedOf('ada', MONTH);
    expect(file.cards).toMatchObject([
      { card: 'cohorts', scope: group, figures: [{ overall: month.newUsers }, {}] },
      { card: 'cost', scope: { ...group, user: 'ada' }, figures: [{ unit: 'USD' }] },
      { card: 'feedback', scope: group, figures: [{ overall: month.feedback }] },
    ]);
    await page.close();
  });

  it('as a picture of the charts', async () => {
    const page = await openPopupTab(stage);
    await drawn(page);
    const download = page.waitForEvent('download');
    await choose(page, 'PNG');
    const file = readFileSync(await (await download).path());
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect(file.length).toBeGreaterThan(5000);
    await page.close();
  });

  it('on the clipboard, as a spreadsheet takes it', async () => {
    const page = await openPopupTab(stage);
    const top = () => card(page, 'feedback').boundingBox();
    const before = await top();
    await choose(page, 'Copy as table');
    const said = page.getByRole('log').getByText('Copied.');
    await said.waitFor();
    // It can be seen, and no card makes room for it.
    expect((await said.boundingBox())?.width).toBeGreaterThan(40);
    expect(await top()).toEqual(before);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const counts = expectedTables('ada', MONTH).feedback ?? [];
    for (const [count] of counts) expect(text).toMatch(new RegExp(`\\t${count}(\\n|$)`));
    const cells = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await (await item?.getType('text/html'))?.text();
      return html?.match(/<td/g)?.length ?? 0;
    });
    expect(cells).toBeGreaterThan(3 * counts.length);
    await card(page, 'feedback').getByText('Show as table').click();
    await card(page, 'feedback').getByRole('button', { name: 'Copy as table' }).click();
    await card(page, 'feedback').getByText('Copied.').waitFor();
    const alone = await page.evaluate(() => navigator.clipboard.readText());
    expect(alone.trim().split(/\r?\n/)).toHaveLength(2 + counts.length);
    await page.close();
  });
});

it('leaves no error behind', () => {
  expect(stage.errors).toEqual([]);
});
