// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPage } from './read-page';

const ALLOWED = ['userData', 'current_tenant', 'tenant', 'app_tenant', 'tenants'];
const SECRETS = ['dm_token', 'dm_token_key', 'axd_token', 'edx_jwt_token'];

/** The function as the browser gets it: its text alone, with nothing of this module around it. */
const injected: typeof readPage = new Function(`return (${readPage.toString()})`)();

beforeEach(() => {
  localStorage.clear();
  for (const secret of SECRETS) localStorage.setItem(secret, 'secret');
});

afterEach(() => vi.unstubAllGlobals());

describe('reading a page', () => {
  it('works from its text alone', async () => {
    localStorage.setItem('userData', '{"user_nicename":"ada"}');
    const read = await injected();
    expect(read.local.userData).toBe('{"user_nicename":"ada"}');
    expect(read.hostname).toBe(location.hostname);
  });

  it('fault 83: touches no key but the few it names', async () => {
    const asked: string[] = [];
    vi.stubGlobal('localStorage', {
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

  it('asks cookies by name, and only where nobody is in local storage', async () => {
    const get = vi.fn(async (name: string) => ({ name, value: `${name}-value` }));
    vi.stubGlobal('cookieStore', { get });
    expect((await injected()).cookies).toEqual({
      ibl_user_data: 'ibl_user_data-value',
      ibl_current_tenant: 'ibl_current_tenant-value',
      ibl_tenant: 'ibl_tenant-value',
    });
    get.mockClear();
    localStorage.setItem('userData', '{"user_nicename":"ada"}');
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
    vi.stubGlobal('localStorage', {
      getItem() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect((await injected()).local.userData).toBeNull();
  });

  it('reads no query string, which may hold a token', async () => {
    history.replaceState(null, '', '/platform/acme/tutor?token=secret#secret');
    const read = await injected();
    expect(JSON.stringify(read)).not.toContain('secret');
    expect(read.pathname).toBe('/platform/acme/tutor');
  });
});
