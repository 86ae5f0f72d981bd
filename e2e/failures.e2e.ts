import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../demo/control';
import { apiRequests, openPopup, SETTINGS, type Stage, settled, startStage } from './chromium';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
afterEach(() => stage.demo.control.reset());

/** Empties the cache and what is remembered of hosts and keys, so that a popup has to ask. */
async function forget(): Promise<void> {
  const page = await stage.session.context.newPage();
  await page.goto(stage.session.extensionUrl('options.html'));
  await page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('lens');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const db = opening.result;
      const names = [...db.objectStoreNames];
      const work = db.transaction(names, 'readwrite');
      for (const name of names) work.objectStore(name).clear();
      work.oncomplete = () => { db.close(); resolve(null); };
    };
  })`);
  await page.close();
}

async function popupUnder(
  fault: Omit<Fault, 'match'>,
  match = '/api/',
  state = 'error',
): Promise<Page> {
  await forget();
  stage.demo.control.add({ match, ...fault });
  return openPopup(stage, state);
}

describe('each failure has its own sentence and its own action', () => {
  it.each([
    [
      'fault 17: 403',
      { status: 403, body: { detail: 'Not allowed.' } },
      'may not read analytics',
      'Check the settings',
    ],
    [
      'fault 18: 404',
      { status: 404, body: { detail: 'Not found.' } },
      'does not know',
      'Check the settings',
    ],
    [
      'fault 20: 429',
      { status: 429, headers: { 'Retry-After': '3600' } },
      'asked to wait',
      'Try again',
    ],
    [
      'fault 11: HTML',
      { body: '<html>Sign in to the network</html>', headers: { 'Content-Type': 'text/html' } },
      'could not be understood',
      'Try again',
    ],
    ['fault 31: truncated JSON', { body: '{"periods": [' }, 'could not be understood', 'Try again'],
    ['fault 27: a 50 MB body', { bytes: 50_000_000 }, 'too large', 'Try again'],
    [
      'fault 12: a redirect to another host',
      { redirect: 'https://evil.example/x' },
      'can’t be reached',
      'Try again',
    ],
  ] as const)('%s', async (_name, fault, sentence, action) => {
    const before = stage.demo.requests.length;
    const popup = await popupUnder(fault);
    await popup.getByText(sentence.replace('’', "'")).first().waitFor();
    await popup.getByRole('button', { name: action }).first().waitFor();
    expect(stage.demo.requests.slice(before).filter(({ host }) => host === 'evil.example')).toEqual(
      [],
    );
  });

  it('fault 16: 401 stops every request until the key is tested or saved again', async () => {
    const popup = await popupUnder({ status: 401, body: { detail: 'Invalid token.' } });
    await popup.getByText('was rejected').first().waitFor();
    stage.demo.control.reset();
    const before = stage.demo.requests.length;
    await popup.close();
    const again = await openPopup(stage, 'error');
    await again.getByText('was rejected').first().waitFor();
    expect(apiRequests(stage, before)).toEqual([]);
    const [options] = await Promise.all([
      stage.session.context.waitForEvent('page', (page) => page.url().endsWith('options.html')),
      again.getByRole('button', { name: 'Check the settings' }).first().click(),
    ]);
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByRole('status').getByText('works').waitFor();
    await options.close();
    await openPopup(stage);
  });

  it('fault 22: one 500 is not noticed', async () => {
    await popupUnder({ status: 500, times: 1 }, 'user-cost', 'ready');
  });

  it('fault 23: 500 for ever stops after five requests and says so', async () => {
    const before = stage.demo.requests.length;
    const popup = await popupUnder({ status: 500 });
    await popup.getByText('error 500').first().waitFor();
    expect(apiRequests(stage, before).length).toBeLessThanOrEqual(6);
  });

  it('one card that fails leaves the others standing', async () => {
    const popup = await popupUnder(
      { status: 403, body: { detail: 'no' } },
      'user-feedback',
      'ready',
    );
    await popup.locator('section[data-card="feedback"][data-state="error"]').waitFor();
    await popup.locator('section[data-card="cohorts"][data-state="ready"]').waitFor();
    expect(await popup.locator('output[data-kpi="feedback"]').getAttribute('data-value')).toBe('');
  });

  it('fault 40: an empty answer is no activity, not a chart of zeros', async () => {
    const popup = await popupUnder({ body: [] }, 'user-feedback', 'ready');
    await popup.locator('section[data-card="feedback"][data-state="empty"]').waitFor();
  });

  it('fault 1: figures stay, with their age, when the API is gone', async () => {
    await forget();
    const first = await openPopup(stage);
    await first.close();
    stage.demo.control.add({ match: '/api/', resetBeforeHeaders: true });
    const popup = await openPopup(stage);
    await popup.getByRole('button', { name: 'Refresh' }).click();
    await popup.getByText("can't be reached").first().waitFor();
    expect(await popup.locator('output[data-kpi="cost"]').getAttribute('data-value')).not.toBe('');
  });
});

describe('a connection test says what is wrong', () => {
  async function test(change: Record<string, string>): Promise<Page> {
    const page = await stage.session.context.newPage();
    await page.goto(stage.session.extensionUrl('options.html'));
    for (const [label, value] of Object.entries({ ...SETTINGS, ...change })) {
      await page.getByLabel(label, { exact: true }).fill(value);
    }
    await page.getByRole('button', { name: 'Test connection' }).click();
    return page;
  }

  it.each([
    ['a refused key', { 'API key': 'f'.repeat(64) }, /key.*rejected/i],
    ['another organization', { Organization: 'nowhere' }, /organization|rejected/i],
  ])('%s', async (_name, change, sentence) => {
    const page = await test(change);
    await page.getByRole('status').getByText(sentence).first().waitFor();
    await page.close();
  });

  it('a wrong host is refused beside its field, and nothing typed is lost', async () => {
    const page = await test({ 'API base URL': 'https://example.com', Organization: 'typed-here' });
    await page.getByText('only ask iblai.app').waitFor();
    expect(await page.getByLabel('Organization', { exact: true }).inputValue()).toBe('typed-here');
    expect(
      await page.getByLabel('API base URL', { exact: true }).getAttribute('aria-invalid'),
    ).toBe('true');
    await page.close();
  });
});

it('leaves no error behind but the network’s own', async () => {
  await settled(await openPopup(stage));
  expect(stage.errors.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});
