import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { policyForOpening } from './policy-flag';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const POLICY = { organization: 'acme' };

/** A browser that returns its policy only after `tell` was called. */
function slowBrowser(policy: object) {
  let tell = () => {};
  const told = new Promise<object>((resolve) => {
    tell = () => resolve(policy);
  });
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(() => told);
  return tell;
}

const remembered = async () => (await browser.storage.local.get('ruled')).ruled;

it('does not wait for a slow policy where none held the last time', async () => {
  await browser.storage.local.set({ ruled: { version: 1, value: false } });
  const tell = slowBrowser(POLICY);
  expect(await policyForOpening()).toBeNull();
  tell();
  // The next opening waits for the policy, because there is one now.
  await vi.waitFor(async () => expect(await remembered()).toEqual({ version: 1, value: true }));
});

it.each([
  ['one held the last time', { ruled: { version: 1, value: true } }],
  ['nothing is known', {}],
])('waits for a slow policy where %s', async (_, stored) => {
  await browser.storage.local.set(stored);
  const tell = slowBrowser(POLICY);
  const policy = policyForOpening();
  const first = await Promise.race([policy, new Promise((done) => setTimeout(done, 60, 'waits'))]);
  expect(first).toBe('waits');
  tell();
  expect((await policy)?.profile.organization).toBe('acme');
});
