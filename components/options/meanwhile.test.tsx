// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { onChange } from '@/utils/store/changes';
import { deleteKey, saveKey, wipeVault } from '@/utils/store/keys/vault';
import { readRecords } from '@/utils/store/keys/vault-db';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { readSettings, writeSettings } from '@/utils/store/settings/settings';
import { deleteEverything } from '@/utils/store/wipe';
import { ADA, reading, stubTabs, tab } from '@/utils/tab/fake-tab';
import { asked, click, field, freshBrowser, status, test, type } from './fake-page';
import { Options } from './Options';

const KEY = '0123456789abcdef'.repeat(4);
const BARE = 'https://api.iblai.app';
const acme = fakeProfile();
const beta = fakeProfile({
  id: 'b',
  name: 'beta',
  organization: 'beta',
  baseUrl: 'https://base.manager.iblai.org',
});
const works = { ok: true, value: { works: true, lines: [], owner: 'grace' } };
const rejected = {
  ok: true,
  value: { works: false, failure: { kind: 'key-rejected' }, field: 'key', lines: [] },
};

/** The worker's answers that are still to come. */
let held: ((answer: unknown) => void)[] = [];

beforeEach(async () => {
  await wipeVault();
  await freshBrowser();
  held = [];
  test.mockImplementation(() => new Promise((resolve) => held.push(resolve)));
  await saveKey('active', KEY, acme);
  await saveKey('b', `${KEY}b`, beta);
  await writeSettings(fakeSettings(acme, beta));
  render(<Options />);
  await waitFor(() => expect(field('API key').placeholder).toContain('cdef'));
  await waitFor(() => expect(field('Organization').value).toBe('acme'));
});
afterEach(cleanup);

const isAsked = () => waitFor(() => expect(held).not.toEqual([]));
const turnOfLoop = () => new Promise((resolve) => setTimeout(resolve));
/** Gives the worker's answer and lets what follows from it at once happen. */
async function answer(value: unknown) {
  held.shift()?.(value);
  await turnOfLoop();
}
async function turnTo({ id, organization }: typeof acme) {
  fireEvent.change(field('Profile'), { target: { value: id } });
  await waitFor(() => expect(field('Organization').value).toBe(organization));
}
/** Opens Ada's page of acme beside this one. */
function openPage() {
  const url = 'https://os.ibl.ai/platform/acme/tutor';
  const read = stubTabs({ tabs: [tab(1, url, { active: true })], result: reading(ADA) });
  browser.permissions.request = asked;
  return read;
}
const shown = () =>
  ['Organization', 'API base URL', 'User', 'Key owner'].map((label) => field(label).value);
const isWrong = (label: string) => field(label).getAttribute('aria-invalid') === 'true';
const stored = async () => {
  const read = await readSettings();
  return read.state === 'ok' ? read.settings.profiles : null;
};

describe('while another profile is shown', () => {
  it.each([
    works,
    rejected,
  ])('the result of a test is neither said nor filled in', async (result) => {
    click('Test connection');
    await isAsked();
    await turnTo(beta);
    await answer(result);
    expect(shown()).toEqual(['beta', beta.baseUrl, '', '']);
    expect(status()).toBe('');
    expect(isWrong('API key')).toBe(false);
  });

  it('a base URL that was found does not go into its field', async () => {
    type('API key', `${KEY}z`);
    type('API base URL', BARE);
    click('Test connection');
    await isAsked();
    await turnTo(beta);
    await answer({ ok: true, value: { baseUrl: `${BARE}/dm` } });
    await isAsked();
    await answer(works);
    expect(shown()).toEqual(['beta', beta.baseUrl, '', '']);
  });

  it('a save ends in the store alone, and what is typed there stays', async () => {
    type('API key', `${KEY}z`);
    type('API base URL', BARE);
    click('Save');
    click('Change it and delete them');
    await isAsked();
    await turnTo(beta);
    type('User', 'eve');
    await answer({ ok: true, value: { baseUrl: `${BARE}/dm` } });
    await waitFor(async () => expect((await stored())?.[0]?.baseUrl).toBe(`${BARE}/dm`));
    await turnOfLoop();
    expect(shown()).toEqual(['beta', beta.baseUrl, 'eve', '']);
    await turnTo(acme);
    await waitFor(() => expect(shown()).toEqual(['acme', `${BARE}/dm`, '', '']));
  });

  it('the open page does not go into its fields', async () => {
    const read = openPage();
    let allow = (_: boolean) => {};
    asked.mockImplementation(() => new Promise((resolve) => (allow = resolve)));
    click('Use what the open page says');
    await turnTo(beta);
    allow(true);
    // The page is read for who is signed in, then for its API.
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    await turnOfLoop();
    expect(shown()).toEqual(['beta', beta.baseUrl, '', '']);
  });
});

it('a user that is fixed in another profile stays, though the open page names the same', async () => {
  const fixed = { ...beta, user: 'ada' };
  await writeSettings(fakeSettings(acme, fixed));
  openPage();
  click('Use what the open page says');
  await waitFor(() => expect(field('User').value).toBe('ada'));
  await turnTo(fixed);
  await waitFor(() => expect(field('User').value).toBe('ada'));
  type('Monthly budget in US dollars', '20');
  click('Save');
  await waitFor(() => expect(status()).toBe('Saved.'));
  expect((await stored())?.[1]).toEqual({ ...fixed, monthlyBudget: 20 });
});

describe('what is typed while an action is under way', () => {
  it('stays when that has saved what stood before', async () => {
    type('API key', `${KEY}z`);
    type('API base URL', BARE);
    click('Save');
    click('Change it and delete them');
    await isAsked();
    type('User', 'eve');
    await answer({ ok: true, value: { baseUrl: `${BARE}/dm` } });
    await waitFor(() => expect(status()).toContain('Saved.'));
    expect(shown()).toEqual(['acme', `${BARE}/dm`, 'eve', '']);
    expect(field('API key').value).toBe('');
    expect((await stored())?.[0]?.user).toBeNull();
  });

  it('takes away a question about what stood before', async () => {
    type('API key', `${KEY}z`);
    type('API base URL', 'https://api.example.edu/dm');
    click('Test connection');
    screen.getByRole('alertdialog');
    type('Organization', 'delta');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    click('Test connection');
    click('Allow api.example.edu');
    await isAsked();
    expect(test.mock.lastCall?.[0].args).toMatchObject({ organization: 'delta' });
  });

  it('is not called wrong by a test of what stood there before', async () => {
    type('API key', `${KEY}z`);
    click('Test connection');
    await isAsked();
    type('API key', `${KEY}y`);
    await answer(rejected);
    await waitFor(() => expect(status()).toContain('rejected'));
    expect(isWrong('API key')).toBe(false);
    type('API key', `${KEY}z`);
    expect(isWrong('API key')).toBe(true);
  });
});

describe('a deletion while an action is under way', () => {
  const slots = async () => (await readRecords())?.map(([slot]) => slot);
  const found = { ok: true, value: { baseUrl: `${BARE}/dm` } };
  const begin = async (button: string) => {
    type('API key', `${KEY}z`);
    type('API base URL', BARE);
    click(button);
    if (button === 'Save') click('Change it and delete them');
    await isAsked();
  };

  /** Takes longer than what a save or a test would still store. */
  async function storing() {
    for (let times = 0; times < 5; times += 1) {
      await saveKey('x', KEY);
      await deleteKey('x');
      await turnOfLoop();
    }
  }

  it.each(['Save', 'Test connection'])('is final, though %s ends later', async (button) => {
    await begin(button);
    click('Delete my data');
    click('Delete my data');
    await waitFor(() => expect(status()).toBe('Everything was deleted.'));
    await answer(found);
    await storing();
    expect(status()).toBe('Everything was deleted.');
    expect(await slots()).toEqual([]);
    expect(await browser.storage.local.get()).toEqual({});
  });

  it.each(['Save', 'Test connection'])('by another page is final too, at %s', async (button) => {
    await begin(button);
    const told = vi.fn();
    const deaf = onChange(told);
    await deleteEverything();
    await waitFor(() => expect(told).toHaveBeenCalledWith({ kind: 'wiped' }));
    deaf();
    await answer(found);
    await waitFor(() => expect(status()).toContain('No API key that can be used is stored'));
    expect(await slots()).toEqual([]);
    expect(await browser.storage.local.get()).toEqual({});
  });

  it('is final for a profile that is being saved', async () => {
    await begin('Save');
    click('Remove this organization');
    click('Remove this organization');
    await waitFor(() => expect(status()).toBe('Removed.'));
    await answer(found);
    await storing();
    expect(await stored()).toEqual([beta]);
    expect(await slots()).toEqual(['b']);
  });

  it('is final where the browser still asks whether it may notify', async () => {
    let allow = (_: boolean) => {};
    asked.mockImplementation(() => new Promise((resolve) => (allow = resolve)));
    fireEvent.click(field('Notify me when 80% and 100% of it are spent'));
    click('Delete my data');
    click('Delete my data');
    await waitFor(() => expect(status()).toBe('Everything was deleted.'));
    allow(true);
    await turnOfLoop();
    expect(await browser.storage.local.get()).toEqual({});
  });
});
