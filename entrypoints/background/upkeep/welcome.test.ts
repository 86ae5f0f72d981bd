import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
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

it('opens nothing where somebody has set it up already', async () => {
  await writeSettings(fakeSettings(fakeProfile()));
  await openWelcome();
  expect(create).not.toHaveBeenCalled();
});

it('opens it where the profiles cannot be read, as there it says so', async () => {
  await browser.storage.local.set({ settings: 'damaged' });
  await openWelcome();
  expect(create).toHaveBeenCalledOnce();
});
