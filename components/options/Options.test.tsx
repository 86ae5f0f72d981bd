// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readKey, saveKey } from '@/utils/store/keys/vault';
import { readMetas } from '@/utils/store/keys/vault-metas';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { readSettings, writeSettings } from '@/utils/store/settings/settings';
import { click, field, freshBrowser, open, status, test, type } from './fake-page';

const KEY = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
const BASE_URL = 'https://base.manager.iblai.app';

beforeEach(freshBrowser);
afterEach(cleanup);

const errorOf = (label: string) =>
  (field(label).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

function fillIn(apiKey = KEY) {
  type('API key', apiKey);
  type('Organization', 'acme');
  type('API base URL', BASE_URL);
}

describe('saving', () => {
  it('puts the key into the vault and shows its last four characters only', async () => {
    await open();
    fillIn(`Api-Token "${KEY}"\n`);
    type('User', 'ada');
    type('Key owner', 'grace');
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect(await readKey('active')).toMatchObject({ ok: true, value: { apiKey: KEY } });
    expect(await readSettings()).toEqual({
      state: 'ok',
      settings: fakeSettings(fakeProfile({ user: 'ada', keyOwner: 'grace' })),
    });
    expect(field('API key').value).toBe('');
    expect(errorOf('API key')).toContain('cdef');
    expect(document.body.innerHTML).not.toContain(KEY.slice(0, 8));
    expect(JSON.stringify(await browser.storage.local.get())).not.toContain(KEY.slice(0, 8));
    expect(test).not.toHaveBeenCalled();
  });

  it('says what is wrong beside each field, and loses nothing', async () => {
    await open();
    type('API key', 'with a ☃ in it');
    type('API base URL', 'http://evil.example');
    type('User', 'a/b');
    click('Save');
    for (const label of ['API key', 'Organization', 'API base URL', 'User']) {
      expect(field(label).getAttribute('aria-invalid')).toBe('true');
    }
    expect(field('Key owner').getAttribute('aria-invalid')).toBe('false');
    expect(errorOf('API base URL')).toContain('https://');
    expect(field('API key').value).toBe('with a ☃ in it');
    expect(status()).toContain('Nothing was saved');
    expect(await readMetas()).toEqual({});
    type('User', 'ada');
    expect(field('User').getAttribute('aria-invalid')).toBe('false');
  });

  it('keeps what was typed when storing fails', async () => {
    await open();
    fillIn();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    click('Save');
    await waitFor(() => expect(status()).toContain('storage did not answer'));
    expect(field('API key').value).toBe(KEY);
    expect(field('Organization').value).toBe('acme');
  });

  it('asks before another base URL takes the stored key and the cache away', async () => {
    await saveKey('active', KEY);
    await writeSettings(fakeSettings());
    await open();
    await waitFor(() => expect(field('Organization').value).toBe('acme'));
    type('API base URL', 'https://api.iblai.app/dm/');
    click('Save');
    screen.getByRole('alertdialog');
    expect(await readMetas()).toHaveProperty('active');
    click('Keep the old one');
    expect(field('API base URL').value).toBe(BASE_URL);
    type('API base URL', 'https://api.iblai.app/dm/');
    click('Save');
    click('Change it and delete them');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect(await readMetas()).toEqual({});
    expect(await readSettings()).toMatchObject({
      settings: { profiles: [{ baseUrl: 'https://api.iblai.app/dm' }] },
    });
  });

  it('fault 45: asks for a key again whose settings were lost, and takes it', async () => {
    await saveKey('active', KEY);
    await open();
    type('Organization', 'acme');
    type('API base URL', BASE_URL);
    click('Save');
    expect(status()).toContain('Nothing was saved');
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
    type('API key', `${KEY}0`);
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(await readKey('active')).toMatchObject({ value: { apiKey: `${KEY}0` } });
  });

  it('leaves settings of a newer release untouched', async () => {
    const stored = { version: 99, value: { of: 'the future' } };
    await browser.storage.local.set({ settings: stored });
    await open();
    await screen.findByText(/newer version of Lens/);
    expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
    expect(await browser.storage.local.get('settings')).toEqual({ settings: stored });
  });
});
