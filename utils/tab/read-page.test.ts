// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPage } from './read-page';

const ALLOWED = [
  'userData',
  'current_tenant',
  'visiting_tenant',
  'tenant',
  'app_tenant',
  'tenants',
];
const SECRETS = ['dm_token', 'dm_token_key', 'axd_token', 'edx_jwt_token'];

/** The function as the browser receives it: only its text, without this module. */
const injected: typeof readPage = new Function(`return (${readPage.toString()})`)();

beforeEach(() => {
  for (const storage of [localStorage, sessionStorage]) {
    storage.clear();
    for (const secret of SECRETS) storage.setItem(secret, 'secret');
  }
});

afterEach(() => vi.unstubAllGlobals());

describe('reading a page', () => {
  it('works from its text alone', async () => {
    localStorage.setItem('userData', '{"user_nicename":"ada"}');
    const read = await injected();
    expect(read.local.userData).toBe('{"user_nicename":"ada"}');
    expect(read.hostname).toBe(location.hostname);
  });

  it.each([
    'localStorage',
    'sessionStorage',
  ])('fault 83: touches no key of %s but the few it names', async (storage) => {
    const asked: string[] = [];
    vi.stubGlobal(storage, {
      getItem(key: string) {
        asked.push(key);
        if (SECRETS.includes(key)) throw new Error('a session token was read');
        return null;
      },
    });
    const read = await injected();
    expect(asked.toSorted()).toEqual(ALLOWED.toSorted());
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('tells what the tab says apart from what the browser says', async () => {
    sessionStorage.setItem('userData', '{"user_nicename":"bob"}');
    localStorage.setItem('userData', '{"user_nicename":"ada"}');
    localStorage.setItem('tenant', 'acme');
    const read = await injected();
    expect(read).toMatchObject({
      session: { userData: '{"user_nicename":"bob"}', tenant: null },
      local: { userData: '{"user_nicename":"ada"}', tenant: 'acme' },
      cookies: {},
    });
  });

  it('asks cookies by name, and only where nobody is in the storages', async () => {
    const get = vi.fn(async (name: string) => ({ name, value: `${name}-value` }));
    vi.stubGlobal('cookieStore', { get });
    expect((await injected()).cookies).toEqual({
      ibl_user_data: 'ibl_user_data-value',
      ibl_current_tenant: 'ibl_current_tenant-value',
      ibl_tenant: 'ibl_tenant-value',
      tenant: 'tenant-value',
    });
    localStorage.setItem('userData', '{"user_nicename":"ada"}');
    expect((await injected()).cookies).toEqual({ tenant: 'tenant-value' });
    get.mockClear();
    sessionStorage.setItem('tenant', 'acme');
    expect((await injected()).cookies).toEqual({});
    expect(get).not.toHaveBeenCalled();
  });

  it('keeps of all cookies only the named ones where there is no cookie store', async () => {
    vi.stubGlobal('cookieStore', undefined);
    vi.spyOn(document, 'cookie', 'get').mockReturnValue('session=secret; ibl_tenant=acme');
    const read = await injected();
    expect(read.cookies.ibl_tenant).toBe('acme');
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('fault 77: takes what is too long for absent', async () => {
    localStorage.setItem('userData', 'x'.repeat(5_000_000));
    expect((await injected()).local.userData).toBeNull();
  });

  it('fault 78: survives a local storage that throws', async () => {
    const throwing = {
      getItem() {
        throw new DOMException('denied', 'SecurityError');
      },
    };
    vi.stubGlobal('localStorage', throwing);
    expect((await injected()).local.userData).toBeNull();
    vi.stubGlobal('sessionStorage', throwing);
    expect((await injected()).session.userData).toBeNull();
  });

  it('reads no query string, which may hold a token', async () => {
    history.replaceState(null, '', '/platform/acme/tutor?token=secret#secret');
    const read = await injected();
    expect(JSON.stringify(read)).not.toContain('secret');
    expect(read.pathname).toBe('/platform/acme/tutor');
  });
});
