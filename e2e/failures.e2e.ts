import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../demo/server/control';
import { apiRequests, openPopup, settled } from './chromium';
import { forget } from './forget';
import { pageOpenedBy } from './opened-page';
import { useStage } from './stage';

const stage = useStage();
afterEach(() => stage.demo.control.reset());

async function popupUnder(
  fault: Omit<Fault, 'match'>,
  match = '/api/',
  state = 'error',
): Promise<Page> {
  await forget(stage);
  stage.demo.control.add({ match, ...fault });
  return openPopup(stage, state);
}

/** The one sentence that says what happened, once its one button is there too. */
async function said(popup: Page, action: string): Promise<string> {
  const notice = popup.getByRole('alert');
  await notice.getByRole('button', { name: action, exact: true }).waitFor();
  expect(await notice.count()).toBe(1);
  expect(await notice.getByRole('button').count()).toBe(1);
  expect(await popup.locator('section button:visible').count()).toBe(0);
  return (await notice.locator('p').first().textContent()) ?? '';
}

const PORTAL = { body: '<html>Welcome</html>', headers: { 'Content-Type': 'text/html' } };

describe('each failure has its own sentence and its own action', () => {
  const sentences = new Map<string, string>();

  it.each<[name: string, kind: string, fault: Omit<Fault, 'match'>, text: string, action: string]>([
    ['17: 403', 'forbidden', { status: 403 }, 'may not read analytics', 'Check the settings'],
    ['18: 404', 'not-found', { status: 404 }, 'does not know', 'Check the settings'],
    ['11: HTML', 'bad-response', PORTAL, 'could not be understood', 'Try again'],
    ['31: half a JSON', 'bad-response', { body: '{"a": [' }, 'could not be', 'Try again'],
    ['27: a 50 MB body', 'too-large', { bytes: 50_000_000 }, 'too large', 'Try again'],
    ['6: a reset', 'offline', { resetBeforeHeaders: true }, "can't be reached", 'Try again'],
    ['17: 402', 'out-of-credit', { status: 402 }, 'credit', 'Try again'],
    ['17: 400', 'bad-request', { status: 400 }, 'error 400', 'Check the settings'],
    [
      '12: sent elsewhere',
      'redirected',
      { redirect: 'https://evil.ibl.ai/' },
      'another address',
      'Check the settings',
    ],
  ])('fault %s', async (_name, kind, fault, text, action) => {
    const before = stage.demo.requests.length;
    const popup = await popupUnder(fault);
    const sentence = await said(popup, action);
    expect(sentence).toContain(text);
    expect(sentences.get(sentence) ?? kind).toBe(kind);
    sentences.set(sentence, kind);
    expect(await popup.locator(`[data-failure="${kind}"]`).count()).toBe(1);
    const hosts = stage.demo.requests.slice(before).map(({ host }) => host);
    expect(hosts).not.toContain('evil.ibl.ai');
  });

  it('all of them differ', () => expect(new Set(sentences.values()).size).toBe(sentences.size));

  it('fault 16: 401 stops every request until the key is tested or saved again', async () => {
    const popup = await popupUnder({ status: 401, body: { detail: 'Invalid token.' } });
    expect(await said(popup, 'Check the settings')).toContain('was rejected');
    stage.demo.control.reset();
    const before = stage.demo.requests.length;
    const again = await openPopup(stage, 'error');
    expect(await said(again, 'Check the settings')).toContain('was rejected');
    await again.getByRole('button', { name: 'Refresh' }).click();
    await settled(again, 'error');
    expect(apiRequests(stage, before)).toEqual([]);
    const options = await pageOpenedBy(stage, again, 'Check the settings', 'options.html');
    await options.getByRole('button', { name: 'Test connection' }).click();
    await options.getByRole('status').getByText('works').waitFor();
    await options.close();
    await openPopup(stage);
  });

  it('fault 20: 429 says until when, and neither the next opening nor a click asks before', async () => {
    const fault = { status: 429, headers: { 'Retry-After': '3600' } };
    const popup = await popupUnder(fault);
    expect(await said(popup, 'Try again')).toMatch(/asked again at \d+:\d\d/);
    stage.demo.control.reset();
    const before = stage.demo.requests.length;
    const again = await openPopup(stage, 'error');
    await again.getByRole('button', { name: 'Try again' }).click();
    await settled(again, 'error');
    expect(await said(again, 'Try again')).toMatch(/asked again at \d+:\d\d/);
    expect(apiRequests(stage, before)).toEqual([]);
  });

  it('faults 19, 22: one 429 of a second and one 500 are not noticed', async () => {
    await popupUnder({ status: 500, times: 1 }, 'user-cost', 'ready');
    const fault = { status: 429, headers: { 'Retry-After': '1' }, times: 1 };
    const popup = await popupUnder(fault, 'user-feedback', 'ready');
    expect(await popup.locator('section[data-state="ready"]').count()).toBe(3);
  });

  it('fault 23: 500 for ever stops after one request more than were sent before its first answer', async () => {
    const before = stage.demo.requests.length;
    const popup = await popupUnder({ status: 500 });
    expect(await said(popup, 'Try again')).toContain('error 500');
    // An opening that knows nothing sends six or seven at once, so that all figures come in one round trip.
    expect(apiRequests(stage, before).length).toBeLessThanOrEqual(8);
  });
});

describe('what is there stays', () => {
  it('one card that fails says so itself, the others stand', async () => {
    const popup = await popupUnder({ status: 403 }, 'user-feedback', 'ready');
    const failed = popup.locator('section[data-card="feedback"][data-state="error"]');
    await failed.getByText('may not read analytics').waitFor();
    expect(await failed.getByRole('button').count()).toBe(1);
    for (const card of ['cohorts', 'cost']) {
      await popup.locator(`section[data-card="${card}"][data-state="ready"]`).waitFor();
    }
    expect(await popup.getByRole('alert').count()).toBe(0);
    expect(await popup.locator('output[data-kpi="feedback"]').getAttribute('data-value')).toBe('');
  });

  it('fault 40: an empty answer is no activity, not a chart of zeros', async () => {
    const popup = await popupUnder({ body: [] }, 'user-feedback', 'ready');
    await popup.locator('section[data-card="feedback"][data-state="empty"]').waitFor();
  });

  it('fault 1: figures stay, with their age, when the API is gone, and come back with it', async () => {
    await forget(stage);
    await openPopup(stage);
    stage.demo.control.add({ match: '/api/', resetBeforeHeaders: true });
    const popup = await openPopup(stage);
    await popup.getByRole('button', { name: 'Refresh' }).click();
    expect(await said(popup, 'Try again')).toContain("can't be reached");
    expect(await popup.locator('output[data-kpi="cost"]').getAttribute('data-value')).not.toBe('');
    await popup.locator('footer').getByText('Updated').waitFor();
    stage.demo.control.reset();
    await popup.getByRole('button', { name: 'Try again' }).click();
    await popup.getByRole('alert').waitFor({ state: 'detached' });
    await settled(popup);
  });
});

it('leaves no error behind but the network’s own', () => {
  expect(stage.errors.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
});
