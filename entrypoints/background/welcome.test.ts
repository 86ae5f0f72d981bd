import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { openWelcome } from './welcome';

const create = vi.fn();
beforeEach(async () => {
  create.mockReset();
  browser.tabs.create = create;
  await browser.storage.managed.clear();
});

it('opens the options page in its first form', async () => {
  await openWelcome();
  expect(create.mock.calls).toEqual([[{ url: expect.stringMatching(/\/options\.html#welcome$/) }]]);
});

it('opens nothing where an administrator has set a key for everybody', async () => {
  await browser.storage.managed.set({ organization: 'acme', apiKey: 'k'.repeat(64) });
  await openWelcome();
  expect(create).not.toHaveBeenCalled();
});
