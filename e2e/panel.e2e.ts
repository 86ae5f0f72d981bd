import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { APP, apiRequests, figuresOn, openPopup, settled } from './chromium';
import { expectedOf, expectFigures } from './expected';
import { pageOpenedBy } from './opened-page';
import { MOVE_AWAY, moveBack, WATCH } from './panel-watch';
import { useStage } from './stage';

const stage = useStage();
let panel: Page;

beforeAll(async () => {
  const popup = await openPopup(stage);
  panel = await pageOpenedBy(stage, popup, 'Open side panel', 'sidepanel.html');
  await settled(panel);
});

const NAMES: Record<string, string> = { ada: 'Ada Lovelace', grace: 'Grace Hopper', '': '' };

/** The drawn states in order: the user and the figures known then. */
const drawn = async () =>
  (await panel.evaluate<string[]>('window.__seen')).map(
    (line): [user: string, name: string, values: string[]] => JSON.parse(line),
  );

describe('the side panel', () => {
  it('opens from the popup, with the same figures', async () => {
    expect(await panel.locator('main').getAttribute('data-user')).toBe('ada');
    expectFigures(await figuresOn(panel), expectedOf('ada', { kind: '30d' }));
  });

  it('fault 64: follows a switch of account, and never shows a name over another’s figures', async () => {
    const before = Object.values(await figuresOn(panel)).map(String);
    await panel.evaluate(WATCH);
    await stage.app.getByLabel('Account').selectOption('grace');
    await panel.locator('main[data-user="grace"]').waitFor();
    await settled(panel);
    expectFigures(await figuresOn(panel), expectedOf('grace', { kind: '30d' }));
    const after = Object.values(await figuresOn(panel)).map(String);
    expect(before[2]).not.toBe(after[2]);
    const seen = await drawn();
    expect(seen[0]).toEqual(['ada', NAMES.ada, before]);
    expect(seen.at(-1)).toEqual(['grace', NAMES.grace, after]);
    for (const [user, name, values] of seen) {
      expect(name).toBe(NAMES[user]);
      const own = user === 'ada' ? before : after;
      for (const [index, value] of values.entries()) expect(['', own[index]]).toContain(value);
    }
    // The old figures are removed before the new name is shown: its first paint has none of the four.
    expect(seen.find(([user]) => user === 'grace')?.[2].filter(Boolean)).toEqual([]);
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

  it('follows the tab in front: another person’s, a site of somebody else, and back', async () => {
    await stage.app.goto(APP);
    await panel.locator('main[data-user="ada"]').waitFor();
    const graces = await stage.session.context.newPage();
    await graces.goto('https://os.ibl.ai/platform/acme/writing-coach?user=grace');
    await panel.locator('main[data-user="grace"]').waitFor();
    await panel.getByText('Writing Coach').first().waitFor();
    await settled(panel);
    expectFigures(await figuresOn(panel), expectedOf('grace', { kind: '30d' }));
    await graces.goto('https://docs.ibl.ai/');
    await panel.getByText('not an ibl.ai page').first().waitFor();
    expect(await panel.locator('output[data-kpi]').count()).toBe(0);
    await graces.close();
    await panel.locator('main[data-user="ada"]').waitFor();
    await settled(panel);
    expectFigures(await figuresOn(panel), expectedOf('ada', { kind: '30d' }));
  });

  it('follows its own window when the tab is moved to another one, and back', async () => {
    const own = await panel.evaluate<{ window: number; tab: number }>(MOVE_AWAY);
    await panel.getByText('not an ibl.ai page').first().waitFor();
    expect(await panel.locator('output[data-kpi]').count()).toBe(0);
    await panel.evaluate(moveBack(own));
    await panel.locator('main[data-user="ada"]').waitFor();
    await settled(panel);
    expectFigures(await figuresOn(panel), expectedOf('ada', { kind: '30d' }));
  });

  it('fault 63: says of a page that has crashed that nothing is known of it', async () => {
    const doomed = await stage.session.context.newPage();
    await doomed.goto(APP);
    const cdp = await stage.session.context.newCDPSession(doomed);
    cdp.send('Page.crash').catch(() => undefined);
    await panel.getByText('Nothing is known of who is signed in').first().waitFor();
    expect(await panel.locator('output[data-kpi]').count()).toBe(0);
    await doomed.close();
    await panel.locator('main[data-user="ada"]').waitFor();
    await settled(panel);
  });

  it('fault 62: popup and panel at once cause one reading of the figures', async () => {
    const popup = await openPopup(stage);
    const before = stage.demo.requests.length;
    // Long enough for the second click to come while the first one's answers are on their way.
    stage.demo.control.latencyMs = 1000;
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await panel.locator('main[aria-busy="true"]').waitFor();
    await settled(panel);
    await settled(popup);
    stage.demo.control.reset();
    const cohorts = apiRequests(stage, before).filter(({ path }) => path.includes('user-cohorts'));
    expect(cohorts.length).toBe(1);
  });

  it('leaves no error behind', () => {
    expect(stage.errors).toEqual([]);
  });
});
