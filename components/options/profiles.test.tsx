// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { keyOf } from '@/utils/store/keys/keys';
import { readKey, saveKey, wipeVault } from '@/utils/store/keys/vault';
import { readMetas } from '@/utils/store/keys/vault-metas';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { readSettings, writeSettings } from '@/utils/store/settings/settings';
import { writeSettingsFile } from '@/utils/store/settings/settings-file';
import { changeView } from '@/utils/store/settings/view';
import { click, field, status, type } from './fake-page';
import { Options } from './Options';

const KEY = '0123456789abcdef'.repeat(4);

beforeEach(async () => {
  await wipeVault();
  await browser.storage.managed.clear();
  browser.permissions.request = vi.fn(async () => true);
  browser.tabs.query = async () => [];
});
afterEach(cleanup);

const profiles = async () => {
  const read = await readSettings();
  return read.state === 'ok' ? read.settings.profiles : null;
};

async function open() {
  render(<Options />);
  await waitFor(() => expect(field('Organization').value).toBe('acme'));
}

/** Opens the page while its first reading waits for a slow policy; returns what ends that reading. */
async function openWhileReading(): Promise<() => void> {
  const late: (() => void)[] = [];
  const get = vi.spyOn(browser.storage.managed, 'get');
  get.mockImplementationOnce(() => new Promise((resolve) => late.push(() => resolve({}))));
  render(<Options />);
  await waitFor(() => expect(late).toHaveLength(1));
  return () => {
    for (const end of late) end();
  };
}

describe('several organizations', () => {
  it('are added, edited and removed one at a time, each with a key of its own', async () => {
    await saveKey('active', KEY);
    await writeSettings(fakeSettings());
    await open();
    expect(screen.queryByLabelText('Profile')).toBeNull();
    click('Add another organization');
    expect(field('Organization').value).toBe('');
    type('Profile name', 'The other one');
    type('Organization', 'acme');
    type('API base URL', fakeProfile().baseUrl);
    type('API key', `${KEY}9`);
    click('Save');
    expect(status()).toContain('Nothing was saved');
    type('Organization', 'beta');
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    const [first, second] = (await profiles()) ?? [];
    expect(first).toEqual(fakeProfile());
    expect(second).toMatchObject({ name: 'The other one', organization: 'beta' });
    expect(await readKey(second?.id ?? '')).toMatchObject({ value: { apiKey: `${KEY}9` } });

    fireEvent.change(field('Profile'), { target: { value: 'active' } });
    await waitFor(() => expect(field('Organization').value).toBe('acme'));
    fireEvent.change(field('Profile'), { target: { value: second?.id } });
    await waitFor(() => expect(field('Organization').value).toBe('beta'));
    click('Remove this organization');
    expect(await profiles()).toHaveLength(2);
    click('Remove this organization');
    await waitFor(() => expect(status()).toBe('Removed.'));
    expect(await profiles()).toEqual([fakeProfile()]);
    expect(Object.keys((await readMetas()) ?? {})).toEqual(['active']);
    await waitFor(() => expect(field('Organization').value).toBe('acme'));
  });
});

it('is saved once at its place, also where that is found only at the save', async () => {
  const hosted = fakeProfile({ baseUrl: 'https://api.iblai.app/dm' });
  browser.runtime.sendMessage = async () => ({ ok: true, value: { baseUrl: hosted.baseUrl } });
  await saveKey('active', KEY);
  await writeSettings(fakeSettings(hosted));
  await open();
  click('Add another organization');
  type('Organization', 'acme');
  type('API base URL', 'https://api.iblai.app');
  type('API key', `${KEY}9`);
  click('Save');
  await waitFor(() => expect(status()).toContain('is saved already'));
  expect(field('Organization').getAttribute('aria-invalid')).toBe('true');
  expect(field('API base URL').value).toBe(hosted.baseUrl);
  expect(await profiles()).toEqual([hosted]);
});

describe('a stored key', () => {
  const sent = vi.fn(async () => ({ ok: true, value: { works: true, lines: [] } }));
  const errorOf = (label: string) =>
    document.getElementById(field(label).getAttribute('aria-describedby')?.split(' ')[0] ?? '')
      ?.textContent;
  beforeEach(async () => {
    sent.mockClear();
    Object.assign(browser.runtime, { sendMessage: sent });
    await saveKey('active', KEY);
    await writeSettings(fakeSettings());
    await open();
    await waitFor(() => expect(field('API key').placeholder).toContain('cdef'));
  });

  it.each([
    'Save',
    'Test connection',
  ])('is asked for again beside its field, for another organization, at %s', async (button) => {
    type('Organization', 'beta');
    click(button);
    expect(status()).toContain('for another organization');
    expect(errorOf('API key')).toContain('for another organization');
    expect(field('API key').getAttribute('aria-invalid')).toBe('true');
    expect(await profiles()).toEqual([fakeProfile()]);
    expect(sent).not.toHaveBeenCalled();
    type('API key', `${KEY}9`);
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    const place = { baseUrl: fakeProfile().baseUrl, organization: 'beta' };
    expect(await keyOf('active', place)).toMatchObject({ value: { apiKey: `${KEY}9` } });
    expect((await keyOf('active', { ...place, organization: 'acme' })).ok).toBe(false);
  });

  it('stays where the organization is spelled otherwise alone', async () => {
    type('Organization', 'Acme');
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    const place = { baseUrl: fakeProfile().baseUrl, organization: 'Acme' };
    expect(await keyOf('active', place)).toMatchObject({ value: { apiKey: KEY } });
  });

  it('is for what it was saved with when its settings go another way', async () => {
    type('User', 'ada');
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    await writeSettings(fakeSettings(fakeProfile({ organization: 'beta' })));
    await waitFor(() => expect(field('Organization').value).toBe('beta'));
    await waitFor(() => expect(field('API key').placeholder).toBe(''));
    click('Save');
    expect(errorOf('API key')).toContain('Type an API key');
  });
});

it('nothing can be saved before what is stored was read: it would be replaced unseen', async () => {
  await writeSettings(fakeSettings());
  const endReading = await openWhileReading();
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
  expect(save.disabled).toBe(true);
  endReading();
  await waitFor(() => expect(save.disabled).toBe(false));
  await waitFor(() => expect(field('Organization').value).toBe('acme'));
});

it('an older reading that ends late does not bring older settings back', async () => {
  await writeSettings(fakeSettings());
  const endReading = await openWhileReading();
  await writeSettings(fakeSettings(fakeProfile({ user: 'eve' })));
  await waitFor(() => expect(field('User').value).toBe('eve'));
  await act(async () => {
    endReading();
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(field('User').value).toBe('eve');
});

describe('a policy', () => {
  it('locks its fields, says so, and leaves the others open', async () => {
    await browser.storage.managed.set({
      organization: 'acme',
      apiKey: KEY,
      lockedFields: ['organization'],
    });
    await open();
    expect(field('Organization').disabled).toBe(true);
    expect(field('API key').disabled).toBe(false);
    expect(screen.getByText('Set by your administrator.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add another organization' })).toBeNull();
    expect(document.body.innerHTML).not.toContain(KEY.slice(0, 12));
    type('User', 'ada');
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect(await profiles()).toMatchObject([{ organization: 'acme', user: 'ada' }]);
    expect(await readMetas()).toEqual({});
  });

  it('gives a profile that nobody is offered to remove, as it would be back at once', async () => {
    const other = fakeProfile({ id: 'x', name: 'beta', organization: 'beta' });
    await writeSettings(fakeSettings(other));
    await browser.storage.managed.set({ organization: 'acme' });
    await open();
    screen.getByRole('button', { name: 'Add another organization' });
    const remove = { name: 'Remove this organization' };
    expect(screen.queryByRole('button', remove)).toBeNull();
    fireEvent.change(field('Profile'), { target: { value: 'x' } });
    await screen.findByRole('button', remove);
  });
});

describe('a file of settings', () => {
  const choose = (text: string) =>
    fireEvent.change(field('File with settings'), {
      target: { files: [new File([text], 'lens.json')] },
    });

  it('is taken over beside what is there, and keeps the keys', async () => {
    await saveKey('active', KEY);
    await writeSettings(fakeSettings());
    await open();
    const mine = fakeProfile({ user: 'eve' });
    const other = fakeProfile({ id: 'x', name: 'beta', organization: 'beta' });
    choose(writeSettingsFile(fakeSettings(mine, other)));
    await waitFor(() => expect(status()).toContain('Imported'));
    expect(await profiles()).toMatchObject([
      { id: 'active', user: 'eve' },
      { organization: 'beta' },
    ]);
    expect((await readKey('active')).ok).toBe(true);
    await waitFor(() => expect(field('User').value).toBe('eve'));
  });

  it('brings no profile that would take up a key whose own is gone', async () => {
    await saveKey('active', KEY);
    await saveKey('lost', KEY, { baseUrl: fakeProfile().baseUrl, organization: 'acme' });
    render(<Options />);
    choose(writeSettingsFile(fakeSettings(fakeProfile())));
    await waitFor(() => expect(status()).toContain('Imported'));
    expect(await profiles()).toMatchObject([{ organization: 'acme' }]);
    expect(await readMetas()).toEqual({});
    await waitFor(() => expect(field('Organization').value).toBe('acme'));
    expect(field('API key').placeholder).toBe('');
  });

  it('fault 99: that can’t be read changes nothing, and the page says why', async () => {
    await writeSettings(fakeSettings());
    await open();
    choose('{"lens": 9, "profiles": []}');
    await waitFor(() => expect(status()).toContain('newer version of Lens'));
    choose('PK\u0003\u0004');
    await waitFor(() => expect(status()).toContain('no settings of Lens'));
    expect(await profiles()).toEqual([fakeProfile()]);
  });

  it('leaves the connection that a policy gives as it is', async () => {
    await browser.storage.managed.set({ organization: 'acme', apiKey: KEY, keyOwner: 'boss' });
    await open();
    choose(writeSettingsFile(fakeSettings(fakeProfile({ organization: 'beta' }))));
    await waitFor(() => expect(status()).toContain('Imported'));
    expect(await profiles()).toMatchObject([
      { id: 'active', organization: 'acme', keyOwner: 'boss' },
      { organization: 'beta' },
    ]);
    expect(field('Organization').value).toBe('acme');
  });

  it('is refused with the reason where the policy’s organization is locked', async () => {
    await browser.storage.managed.set({ organization: 'acme', lockedFields: ['organization'] });
    await open();
    choose(writeSettingsFile(fakeSettings(fakeProfile({ organization: 'beta' }))));
    await waitFor(() => expect(status()).toContain('Your administrator has set the organization'));
    expect(await browser.storage.local.get('settings')).toEqual({});
  });

  async function exported(): Promise<string> {
    let written: Blob | null = null;
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) written = blob;
      return 'blob:x';
    };
    click('Export settings');
    await waitFor(() => expect(written).not.toBeNull());
    return new Response(written).text();
  }

  it('is written without any key', async () => {
    await saveKey('active', KEY);
    await writeSettings(fakeSettings());
    await open();
    const text = await exported();
    expect(text).toContain('"organization": "acme"');
    expect(text).not.toContain(KEY.slice(0, 8));
  });

  it('has the cards that were chosen while this page was open', async () => {
    await writeSettings(fakeSettings());
    await open();
    const cards = { popup: ['cost'], panel: ['topics'] };
    await changeView((now) => ({ ...now, cards }));
    expect(JSON.parse(await exported())).toMatchObject({ cards });
  });
});
