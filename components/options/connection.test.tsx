// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Failure } from '@/utils/failure';
import type { ConnectionReport } from '@/utils/messages/contract';
import { readKey, saveKey } from '@/utils/store/keys/vault';
import { readMetas } from '@/utils/store/keys/vault-metas';
import { ADA, reading, stubTabs, tab } from '@/utils/tab/fake-tab';
import { asked, click, field, freshBrowser, open, status, test, type, works } from './fake-page';

const KEY = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const BASE_URL = 'https://base.manager.iblai.app';

beforeEach(freshBrowser);
afterEach(cleanup);

function fillIn(apiKey = KEY) {
  type('API key', apiKey);
  type('Organization', 'acme');
  type('API base URL', BASE_URL);
}

describe('testing', () => {
  it.each<[string, Pick<ConnectionReport, 'offers' | 'lacks'>]>([
    ['the first generation', { offers: ['cohorts', 'cost', 'feedback'], lacks: ['users'] }],
    ['the second generation', { offers: ['users', 'financial'], lacks: ['cohorts'] }],
    ['both generations', { offers: ['cost', 'financial'], lacks: [] }],
    [
      'neither generation',
      { offers: [], lacks: ['cohorts', 'cost', 'feedback', 'users', 'financial', 'ratings'] },
    ],
  ])('says that it found %s', async (found, report) => {
    test.mockResolvedValue({ ok: true, value: { ...works, ...report } });
    await open();
    fillIn();
    click('Test connection');
    await waitFor(() => expect(status()).toContain(`ound: ${found} of the analytics API`));
  });

  it('says of generations nothing that it did not find', async () => {
    test.mockResolvedValue({ ok: true, value: { ...works, offers: [], lacks: ['cohorts'] } });
    await open();
    fillIn();
    click('Test connection');
    await waitFor(() => expect(status()).toContain('works'));
    expect(status()).not.toContain('ound:');
  });

  it('tries an unsaved key in its own slot, and no message carries it', async () => {
    await open();
    fillIn();
    type('User', 'ada');
    click('Test connection');
    await waitFor(() => expect(status()).toContain('works'));
    expect(asked).toHaveBeenCalledWith({ origins: [`${BASE_URL}/*`] });
    expect(test).toHaveBeenCalledWith({
      command: 'test',
      args: {
        slot: 'candidate',
        baseUrl: BASE_URL,
        organization: 'acme',
        user: 'ada',
        keyOwner: null,
      },
    });
    expect(await readMetas()).toEqual({});
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect(await readKey('active')).toMatchObject({ value: { apiKey: KEY } });
    expect((await readKey('candidate')).ok).toBe(false);
  });

  it.each([
    ['of the organization, in its deployment', 'os.ibl.ai', 'acme', 'Acme', 'ada'],
    ['of another organization', 'os.ibl.ai', 'globex', 'acme', null],
    ['of a namesake in another deployment', 'mentor.example.edu', 'acme', 'acme', null],
  ])('asks in the name of the open page’s user, where the page is %s', async (_, host, org, typed, user) => {
    stubTabs({
      tabs: [tab(1, `https://${host}/platform/${org}/tutor`, { active: true })],
      result: reading(ADA, host, `/platform/${org}/tutor`),
      granted: true,
    });
    browser.permissions.request = asked;
    await open();
    type('API key', KEY);
    type('Organization', typed);
    type('API base URL', BASE_URL);
    click('Test connection');
    await waitFor(() => expect(status()).toContain('works'));
    expect(test.mock.lastCall?.[0].args).toMatchObject({ user });
  });

  it('says of the user of a private window that it is one, so that nothing of it is kept', async () => {
    const url = 'https://os.ibl.ai/platform/acme/tutor';
    stubTabs({ tabs: [tab(1, url, { active: true, incognito: true })], result: reading(ADA) });
    browser.permissions.request = asked;
    await open();
    fillIn();
    click('Test connection');
    await waitFor(() => expect(status()).toContain('works'));
    expect(test.mock.lastCall?.[0].args).toMatchObject({ user: 'ada', isPrivate: true });
  });

  it('says that a refused key was rejected, with a line for each check', async () => {
    const report: ConnectionReport = {
      works: false,
      failure: { kind: 'key-rejected' },
      field: 'key',
      lines: [
        { check: 'host', ok: true },
        { check: 'key', ok: false, failure: { kind: 'key-rejected' } },
        { check: 'cohorts', ok: null },
      ],
    };
    test.mockResolvedValue({ ok: true, value: report });
    await open();
    fillIn();
    click('Test connection');
    await waitFor(() => expect(status()).toMatch(/key.*rejected/));
    expect(status()).not.toContain('works');
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
    expect(field('API key').value).toBe(KEY);
  });

  it.each<[string, Failure, string]>([
    ['none was found', { kind: 'no-key' }, 'Type an API key.'],
    ['it was rejected', { kind: 'key-rejected' }, 'The API rejected this key.'],
  ])('says beside the key’s field that %s', async (_, failure, said) => {
    test.mockResolvedValue({ ok: true, value: { works: false, failure, field: 'key', lines: [] } });
    await open();
    fillIn();
    click('Test connection');
    await screen.findByText(said);
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
  });

  it.each([
    [true, 'true'],
    [false, 'false'],
  ])('blames the base URL for no answer where the browser is online: %s', async (online, wrong) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
    const failure: Failure = { kind: 'offline' };
    const report: ConnectionReport = { works: false, failure, field: 'baseUrl', lines: [] };
    test.mockResolvedValue({ ok: true, value: report });
    await open();
    fillIn();
    click('Test connection');
    await waitFor(() => expect(status()).toContain("can't be reached"));
    expect(field('API base URL').getAttribute('aria-invalid')).toBe(wrong);
  });

  it('never tries a stored key against another base URL', async () => {
    await open();
    fillIn();
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    type('API base URL', 'https://api.iblai.app/dm');
    click('Test connection');
    await waitFor(() => expect(status()).toContain('for another base URL'));
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
    expect(test).not.toHaveBeenCalled();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('asks nothing without the permission', async () => {
    asked.mockResolvedValue(false);
    await open();
    fillIn();
    type('API base URL', 'https://base.manager.iblai.org');
    click('Test connection');
    await waitFor(() => expect(status()).toContain('Nothing was asked'));
    expect(test).not.toHaveBeenCalled();
  });
});

describe('a key owner that a test has found', () => {
  const kept = 'The key owner is still grace: change it if the new key belongs to somebody else.';
  const testKey = async () => {
    test.mockResolvedValue({ ok: true, value: { ...works, owner: 'grace' } });
    await open();
    fillIn();
    click('Test connection');
    await waitFor(() => expect(field('Key owner').value).toBe('grace'));
  };
  const save = async (said: string) => {
    click('Save');
    await waitFor(() => expect(status()).toBe(said));
  };

  it('is said to stay where another key is saved without a test', async () => {
    await testKey();
    type('API key', `${KEY}1`);
    await save(`Saved. ${kept}`);
    cleanup();
    await open();
    await waitFor(() => expect(field('Key owner').value).toBe('grace'));
    type('API key', `${KEY}2`);
    await save(`Saved. ${kept}`);
  });

  it('needs no word with its own key, without a new one, or where another one is typed', async () => {
    await testKey();
    await save('Saved.');
    type('User', 'ada');
    await save('Saved.');
    type('API key', `${KEY}1`);
    type('Key owner', 'ada');
    await save('Saved.');
  });
});

describe('deleting', () => {
  it('takes two clicks', async () => {
    await saveKey('active', KEY);
    await open();
    click('Delete my data');
    expect(await readMetas()).toHaveProperty('active');
    click('Keep it');
    click('Delete my data');
    click('Delete my data');
    await waitFor(() => expect(status()).toBe('Everything was deleted.'));
    expect(await readMetas()).toEqual({});
    expect(await browser.storage.local.get('settings')).toEqual({});
  });
});
