// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { saveKey, wipeVault } from '@/utils/store/keys/vault';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { readSettings, writeSettings } from '@/utils/store/settings/settings';
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
