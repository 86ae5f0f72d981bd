// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readKey, wipeVault } from '@/utils/store/keys/vault';
import { readMetas } from '@/utils/store/keys/vault-metas';
import { readSettings } from '@/utils/store/settings/settings';
import { click, field, open, status, type } from './fake-page';

const KEY = '0123456789abcdef'.repeat(4);
const HOSTED = 'https://api.iblai.app/dm';
const asked = vi.fn();
const told = vi.fn();
const found: { baseUrl: string | null } = { baseUrl: HOSTED };
const page = { url: '', userData: '{"user_nicename":"ada"}', env: '' };

beforeEach(async () => {
  await wipeVault();
  asked.mockReset().mockResolvedValue(true);
  told.mockReset();
  found.baseUrl = HOSTED;
  Object.assign(page, { url: 'https://os.ibl.ai/platform/acme/tutor', env: '' });
  browser.permissions.request = asked;
  browser.permissions.contains = async () => true;
  vi.spyOn(browser.tabs, 'query').mockImplementation(async () => [
    { id: 1, url: page.url, active: true } as never,
  ]);
  Object.assign(browser, {
    scripting: {
      executeScript: async ({ func }: { func: { name: string } }) => [
        { result: readingOf(func.name) },
      ],
    },
  });
  browser.runtime.sendMessage = async (message: unknown) => answerTo(message);
});
afterEach(cleanup);

function answerTo(message: unknown): unknown {
  if (!(message instanceof Object) || !('command' in message) || !('args' in message)) return null;
  told(message.command, message.args);
  return message.command === 'findBase'
    ? { ok: true, value: { baseUrl: found.baseUrl } }
    : { ok: true, value: { works: true, lines: [], owner: 'grace' } };
}

function readingOf(name: string): unknown {
  const { hostname, protocol, pathname } = new URL(page.url);
  return name === 'readEnv'
    ? { hostname, env: page.env }
    : { hostname, protocol, pathname, local: { userData: page.userData }, cookies: {} };
}

const profile = async () => {
  const read = await readSettings();
  return read.state === 'ok' ? read.settings.profiles[0] : null;
};
const publish = (api: string) => {
  page.env = `window.__ENV__ = {"NEXT_PUBLIC_API_BASE_URL":"${api}"}`;
};

describe('an empty base URL', () => {
  it('is found without a key, named, and kept', async () => {
    await open();
    type('API key', KEY);
    type('Organization', 'acme');
    click('Save');
    await waitFor(() => expect(status()).toBe(`Saved. The API answers at ${HOSTED}.`));
    expect(told.mock.calls).toEqual([
      [
        'findBase',
        { candidates: [HOSTED, 'https://base.manager.iblai.app'], organization: 'acme' },
      ],
    ]);
    expect(asked).toHaveBeenCalledWith({
      origins: ['https://api.iblai.app/*', 'https://base.manager.iblai.app/*'],
    });
    expect(field('API base URL').value).toBe(HOSTED);
    expect(await profile()).toMatchObject({ baseUrl: HOSTED });
  });

  it('saves nothing where nothing answers', async () => {
    found.baseUrl = null;
    await open();
    type('API key', KEY);
    type('Organization', 'acme');
    click('Save');
    await waitFor(() => expect(status()).toContain('Nothing was saved'));
    expect(field('API key').value).toBe(KEY);
    expect([await profile(), await readMetas()]).toEqual([undefined, {}]);
  });

  it('is found for a test too, as is the prefix that the vendor’s papers leave out', async () => {
    await open();
    type('API key', KEY);
    type('Organization', 'acme');
    type('API base URL', 'https://api.iblai.app');
    click('Test connection');
    await waitFor(() => expect(status()).toContain('works'));
    expect(told.mock.calls[0]).toEqual([
      'findBase',
      { candidates: ['https://api.iblai.app', HOSTED], organization: 'acme' },
    ]);
    expect(told.mock.calls[1]?.[1]).toMatchObject({ baseUrl: HOSTED });
    expect(field('API base URL').value).toBe(HOSTED);
    // The API has said whose key it is.
    expect(field('Key owner').value).toBe('grace');
  });
});

describe('what the open page says', () => {
  it('fills in organization, user and base URL, and saves nothing', async () => {
    publish('https://api.iblai.app');
    await open();
    click('Use what the open page says');
    await waitFor(() => expect(status()).toContain('Read from os.ibl.ai'));
    expect([field('Organization').value, field('User').value, field('API base URL').value]).toEqual(
      ['acme', 'ada', HOSTED],
    );
    expect(await profile()).toBeUndefined();
    expect(told).not.toHaveBeenCalled();
  });

  it('goes on following the page’s user, unless another name is typed', async () => {
    publish('https://api.iblai.app');
    await open();
    type('API key', KEY);
    click('Use what the open page says');
    await waitFor(() => expect(field('User').value).toBe('ada'));
    click('Save');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect(await profile()).toMatchObject({ organization: 'acme', user: null, baseUrl: HOSTED });
    type('User', 'grace');
    click('Save');
    await waitFor(async () => expect(await profile()).toMatchObject({ user: 'grace' }));
  });

  it('is not taken for a base of somebody else’s', async () => {
    page.url = 'https://mentor.example.edu/platform/acme/x';
    publish('https://collector.example.net');
    await open();
    click('Use what the open page says');
    await waitFor(() => expect(status()).toContain('collector.example.net'));
    expect(status()).toContain('left out');
    expect(field('API base URL').value).toBe('');
    expect(field('Organization').value).toBe('acme');
  });

  it.each([
    ['no API', '', 'Read from mentor.example.edu. Look at the fields, then save.'],
    ['somebody else’s API', 'https://collector.example.net', 'left out'],
  ])('keeps a base URL that stands in its field where the page names %s', async (_, api, said) => {
    page.url = 'https://mentor.example.edu/platform/acme/x';
    if (api) publish(api);
    await open();
    type('API base URL', 'https://api.example.edu/dm');
    click('Use what the open page says');
    await waitFor(() => expect(status()).toContain(said));
    expect(field('API base URL').value).toBe('https://api.example.edu/dm');
    expect(field('Organization').value).toBe('acme');
  });

  it('is not known to belong to the base URL that is kept: it says so', async () => {
    await open();
    type('API base URL', 'https://api.example.edu/dm');
    click('Use what the open page says');
    await waitFor(() => expect(status()).toContain('check that os.ibl.ai belongs to it'));
    expect(field('API base URL').value).toBe('https://api.example.edu/dm');
  });

  it('says so where nobody is signed in, or no page is open', async () => {
    await open();
    page.userData = '';
    click('Use what the open page says');
    await waitFor(() => expect(status()).toContain('Nobody is signed in on os.ibl.ai'));
    page.url = 'https://docs.ibl.ai/';
    click('Use what the open page says');
    await waitFor(() => expect(status()).toContain('No ibl.ai page'));
    page.userData = '{"user_nicename":"ada"}';
  });
});

describe('a host that is not the vendor’s', () => {
  it.each(['Save', 'Test connection'])('is named before %s asks anything of it', async (button) => {
    await open();
    type('API key', KEY);
    type('Organization', 'acme');
    type('API base URL', 'https://api.example.edu/dm');
    click(button);
    const question = screen.getByRole('alertdialog');
    expect(question.textContent).toContain('api.example.edu');
    await waitFor(() => expect(document.activeElement).toBe(question));
    expect([asked.mock.calls, told.mock.calls, await readMetas()]).toEqual([[], [], {}]);
    click("Don't");
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(field('API base URL').value).toBe('https://api.example.edu/dm');
    click(button);
    click('Allow api.example.edu');
    // Before anything else: the browser shows its question only in the click.
    expect(asked).toHaveBeenCalledWith({ origins: ['https://api.example.edu/*'] });
    await waitFor(() => expect(status()).toMatch(/Saved|works/));
  });

  it.each(["Don't", 'Allow api.example.edu'])('gives the focus back at %s', async (answer) => {
    await open();
    type('API key', KEY);
    type('Organization', 'acme');
    type('API base URL', 'https://api.example.edu/dm');
    const button = screen.getByRole('button', { name: 'Test connection' });
    button.focus();
    click('Test connection');
    const question = screen.getByRole('alertdialog');
    await waitFor(() => expect(document.activeElement).toBe(question));
    click(answer);
    expect(document.activeElement).toBe(button);
  });

  it('is asked about no more once its key is saved', async () => {
    await open();
    type('API key', KEY);
    type('Organization', 'acme');
    type('API base URL', 'https://api.example.edu/dm');
    click('Save');
    click('Allow api.example.edu');
    await waitFor(() => expect(status()).toBe('Saved.'));
    expect((await readKey('active')).ok).toBe(true);
    click('Test connection');
    await waitFor(() => expect(status()).toContain('works'));
  });
});

describe('a pasted text', () => {
  const paste = (label: string, text: string) => {
    const event = createEvent.paste(field(label), { clipboardData: { getData: () => text } });
    fireEvent(field(label), event);
    return event.defaultPrevented;
  };

  it('fills in all the fields that it names, whichever it is pasted into', async () => {
    await open();
    expect(paste('Organization', `IBLAI_ORG=acme\nIBLAI_USERNAME=ada\nIBLAI_API_KEY=${KEY}`)).toBe(
      true,
    );
    await waitFor(() => expect(field('API key').value).toBe(KEY));
    expect([field('Organization').value, field('Key owner').value]).toEqual(['acme', 'ada']);
    expect(status()).toContain('Filled in');
  });

  it('goes into its field where it is that field’s value', async () => {
    await open();
    expect(paste('API key', KEY)).toBe(false);
  });
});
