import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRequests, figuresOn, openPopup, type Stage, settled, startStage } from './chromium';
import { expectedOf, expectFigures } from './expected';

let stage: Stage;
let panel: Page;

beforeAll(async () => {
  stage = await startStage();
  const popup = await openPopup(stage);
  const opened = stage.session.context.waitForEvent('page', (page) =>
    page.url().endsWith('sidepanel.html'),
  );
  await popup.getByRole('button', { name: 'Open side panel' }).click();
  panel = await opened;
  await settled(panel);
});
afterAll(() => stage.close());

/** Notes every name that stands over figures, and every figure, as they are drawn. */
const WATCH = `(() => {
  const seen = (window.__seen = []);
  const look = () => {
    const main = document.querySelector('main');
    const cost = document.querySelector('output[data-kpi="cost"]')?.dataset.value ?? '';
    const line = main?.dataset.user + ' ' + cost;
    if (seen.at(-1) !== line) seen.push(line);
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  look();
})()`;

describe('the side panel', () => {
  it('opens from the popup, with the same figures', async () => {
    expect(await panel.locator('main').getAttribute('data-user')).toBe('ada');
    expectFigures(await figuresOn(panel), expectedOf('ada', { kind: '30d' }));
  });

  it('fault 64: follows a switch of account, and never shows a name over another’s figures', async () => {
    await panel.evaluate(WATCH);
    await stage.app.getByLabel('Account').selectOption('grace');
    await panel.locator('main[data-user="grace"]').waitFor();
    await settled(panel);
    expectFigures(await figuresOn(panel), expectedOf('grace', { kind: '30d' }));
    const costs = {
      ada: expectedOf('ada', { kind: '30d' }).cost,
      grace: expectedOf('grace', { kind: '30d' }).cost,
    };
    const seen = await panel.evaluate<string[]>('window.__seen');
    for (const line of seen) {
      const [user, cost] = line.split(' ');
      if (cost)
        expect([user, Number(cost)]).toEqual([user, user === 'ada' ? costs.ada : costs.grace]);
    }
    expect(seen.some((line) => line.startsWith('grace ') && line !== 'grace ')).toBe(true);
  });

  it('follows navigation within the page to another mentor', async () => {
    await stage.app.getByRole('link', { name: 'Writing Coach' }).click();
    await panel.getByText('Writing Coach').first().waitFor();
    await panel.getByText('Calculus Tutor').first().waitFor({ state: 'detached' });
  });

  it('fault 76: says so on another organization’s page, and asks nothing before a click', async () => {
    await stage.app.getByLabel('Account').selectOption('ada');
    await panel.locator('main[data-user="ada"]').waitFor();
    await settled(panel);
    const before = stage.demo.requests.length;
    await stage.app.getByLabel('Organization').selectOption('globex');
    await panel.getByText('Globex College').first().waitFor();
    expect(await panel.locator('output[data-kpi]').count()).toBe(0);
    expect(apiRequests(stage, before)).toEqual([]);
    await panel.getByRole('button', { name: /Show the key.s organization/ }).click();
    await settled(panel);
    expect(await panel.locator('main').getAttribute('data-org')).toBe('acme');
    for (const { path } of apiRequests(stage, before)) expect(path).toContain('/orgs/acme/');
  });

  it('says when nobody is signed in', async () => {
    await stage.app.getByRole('button', { name: 'Sign out' }).click();
    await panel.locator('main[data-state="not-detected"]').waitFor();
    expect(await panel.locator('output[data-kpi]').count()).toBe(0);
  });

  it('says when the page in front is none of ibl.ai', async () => {
    const other = await stage.session.context.newPage();
    await other.goto('https://docs.ibl.ai/');
    await panel.getByText('not an ibl.ai page').first().waitFor();
    await other.close();
  });

  it('fault 62: popup and panel at once cause one reading of the figures', async () => {
    await stage.app.goto('https://mentorai.iblai.app/platform/acme/calculus-tutor?user=ada');
    await panel.locator('main[data-user="ada"]').waitFor();
    await settled(panel);
    const before = stage.demo.requests.length;
    const popup = await openPopup(stage);
    await Promise.all([
      popup.getByRole('button', { name: 'Refresh' }).click(),
      panel.getByRole('button', { name: 'Refresh' }).click(),
    ]);
    await settled(panel);
    await settled(popup);
    const cohorts = apiRequests(stage, before).filter(({ path }) => path.includes('user-cohorts'));
    expect(cohorts.length).toBe(2);
  });

  it('leaves no error behind', () => {
    expect(stage.errors).toEqual([]);
  });
});
