import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure } from '../demo/browser/configure';
import { apiKeyOf } from '../demo/data/organizations';
import { DOUBLED_FROM_MS } from '../demo/data/steady';
import { API_HOST, openPopup, type Stage, settled, startStage } from './chromium';
import { buildAt } from './clock';
import { chooseRange } from './view';

const DAY_MS = 86_400_000;
const KPIS = ['new-users', 'veteran-users', 'cost', 'feedback'];

/** The shown change of each figure; null if none is shown. */
async function changesOn(page: Page): Promise<(number | null)[]> {
  await settled(page);
  return Promise.all(
    KPIS.map(async (name) => {
      const output = page.locator(`output[data-kpi="${name}"]`);
      const change = await output.getAttribute('data-change');
      return change ? Number(change) : null;
    }),
  );
}
const sentenceOn = (page: Page) => page.locator('.headline strong').textContent();

/** Asks as the user of an organization from now on, and shows her page. */
async function be(stage: Stage, org: string, agent: string): Promise<void> {
  await configure(stage.session, {
    'API key': apiKeyOf(org, 'iris'),
    Organization: org,
    'API base URL': `https://${API_HOST}`,
    'Key owner': 'iris',
  });
  await stage.app.goto(`https://mentorai.iblai.app/platform/${org}/${agent}?user=iris`);
}

describe.each(['00:10', '08:00', '16:30', '23:50'])('at %s UTC', (time) => {
  const nowMs = DOUBLED_FROM_MS + 6 * DAY_MS + Date.parse(`1970-01-01T${time}Z`);
  let stage: Stage;
  let extensionDir = '';
  beforeAll(async () => {
    const built = buildAt(nowMs);
    extensionDir = built.extensionDir;
    stage = await startStage({ configured: false, extensionDir, nowMs: built.clock });
  });
  afterAll(async () => {
    await stage.close();
    rmSync(extensionDir, { recursive: true });
  });

  it('nothing has changed where every day is the same, in popup and panel', async () => {
    await be(stage, 'steady', 'metronome');
    const popup = await openPopup(stage);
    for (const range of ['24 h', '7 d', '90 d', '30 d']) {
      await chooseRange(popup, range);
      for (const change of await changesOn(popup)) {
        expect(change, range).not.toBeNull();
        expect(Math.abs(change ?? 1), range).toBeLessThan(0.005);
      }
      expect(await sentenceOn(popup), range).toBe('');
    }
    const panel = await stage.session.openPanel();
    for (const change of await changesOn(panel)) expect(change).toBeCloseTo(0, 2);
    expect(await sentenceOn(panel)).toBe('');
    await panel.close();
  });

  it('everything has doubled where it has, in popup and panel, and what was compared can be read', async () => {
    await be(stage, 'doubled', 'echo');
    const popup = await openPopup(stage);
    await chooseRange(popup, '7 d');
    for (const change of await changesOn(popup)) expect(change).toBeCloseTo(1, 2);
    expect(await sentenceOn(popup)).toContain('up 100% on the same part of the 7 days before');
    const change = popup.locator('.figure', { has: popup.locator('[data-kpi="new-users"]') });
    expect(await change.locator('.change').textContent()).toMatch(
      /^\+100% Mar 14 – 19 with Mar 7 – 12$/,
    );
    expect(await change.locator('.change').getAttribute('title')).toContain(
      'Mar 14 – 19 with Mar 7 – 12',
    );
    const chart = popup.locator('[data-card="feedback"] canvas[role="img"]');
    expect(await chart.getAttribute('aria-label')).toContain('(Mar 14 – 19 with Mar 7 – 12)');
    const panel = await stage.session.openPanel();
    for (const each of await changesOn(panel)) expect(each).toBeCloseTo(1, 2);
    await chooseRange(panel, '30 d');
    await settled(panel);
    await panel.close();
  });
});
