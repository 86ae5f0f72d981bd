import { afterEach, describe, expect, it, vi } from 'vitest';
import { isApiHost, isAppHost, isVendorHost, manifestHosts, mayBeApiHost } from './hosts';

const url = (text: string) => new URL(text);

describe('apps, where somebody may be signed in', () => {
  it.each([
    'https://os.ibl.ai/platform/acme/x',
    'https://mentorai.iblai.app/',
    'https://mentor.iblai.app/',
    'https://mentorai.iblai.org/',
    'https://mentor.iblai.tech/',
    'https://app.ibl.ai/',
    'https://lms.ibl.ai/',
    'https://skillsai.iblai.app/',
    'https://crm.ibl.ai/',
    'https://analytics.iblai.app/',
    'https://learn.iblai.app/home',
    'https://apps.learn.iblai.app/',
  ])('%s is one', (text) => expect(isAppHost(url(text))).toBe(true));

  it.each([
    'https://ibl.ai/',
    'https://docs.ibl.ai/',
    'https://learn.ibl.ai/',
    'https://studio.ibl.ai/',
    'https://api.iblai.app/',
    'https://base.manager.iblai.app/',
    'https://login.iblai.app/',
    'https://auth.iblai.org/',
  ])('%s is none', (text) => expect(isAppHost(url(text))).toBe(false));

  it.each([
    'https://os.ibl.ai.evil.com/',
    'https://evil-iblai.app/',
    'https://xibl.ai/',
    'http://os.ibl.ai/',
    'https://os.ibl.ai@evil.com/',
    'ftp://os.ibl.ai/',
  ])('fault 82: %s is none', (text) => {
    expect(isAppHost(url(text))).toBe(false);
    expect(isVendorHost(url(text)) && url(text).protocol === 'https:').toBe(false);
  });
});

describe('hosts that may be asked without a question', () => {
  it.each([
    'https://base.manager.iblai.app',
    'https://api.iblai.app/dm',
    'https://docs.ibl.ai/_mock',
    'https://iblai.org',
  ])('%s is one', (text) => expect(isApiHost(url(text))).toBe(true));

  it.each([
    'http://base.manager.iblai.app',
    'https://evil-iblai.app',
    'https://iblai.app.evil.com',
    'https://api.iblai.app:8443',
    'https://api.iblai.app.',
    'http://127.0.0.1:8080',
  ])('fault 92: %s is none', (text) => expect(isApiHost(url(text))).toBe(false));
});

describe('hosts that may be asked once they are allowed', () => {
  it.each([
    'https://base.manager.iblai.app',
    'https://api.example.edu/dm',
    'https://api.example.edu:8443',
  ])('%s is one', (text) => expect(mayBeApiHost(url(text))).toBe(true));

  it.each([
    'http://api.example.edu',
    'https://api.example.edu.',
    'https://[::1]',
    'ftp://x.edu',
  ])('fault 92: %s is none', (text) => expect(mayBeApiHost(url(text))).toBe(false));
});

describe('a deployment of one’s own', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('is served where the build names it, by plain http on this machine alone', async () => {
    vi.stubGlobal('__LENS_API_HOSTS__', ['api.example.edu', '127.0.0.1:8080']);
    vi.stubGlobal('__LENS_APP_HOSTS__', ['*.example.edu', '127.0.0.1:8081']);
    vi.resetModules();
    const built = await import('./hosts');
    const apis = ['https://api.example.edu/dm', 'http://127.0.0.1:8080'];
    const noApis = ['http://api.example.edu', 'https://x.example.edu', 'http://127.0.0.1:9090'];
    expect(apis.map((text) => built.isApiHost(url(text)))).toEqual([true, true]);
    expect(noApis.map((text) => built.isApiHost(url(text)))).toEqual([false, false, false]);
    // A build that names its hosts allows no others.
    expect(noApis.map((text) => built.mayBeApiHost(url(text)))).toEqual([false, false, false]);
    const apps = ['https://learn.example.edu/', 'http://127.0.0.1:8081/'];
    const noApps = [
      'http://learn.example.edu/',
      'https://example.edu.evil/',
      'https://evilexample.edu/',
    ];
    expect(apps.map((text) => built.isAppHost(url(text)))).toEqual([true, true]);
    expect(noApps.map((text) => built.isAppHost(url(text)))).toEqual([false, false, false]);
  });
});

describe('the manifest', () => {
  it('asks at install for two of the vendor’s domains, and lets every other site wait', () => {
    const hosts = manifestHosts([], []);
    expect(hosts.optionalHostPermissions).toEqual([
      'https://*.iblai.org/*',
      'https://iblai.org/*',
      'https://*.iblai.tech/*',
      'https://iblai.tech/*',
      'https://*/*',
    ]);
    // The user decides which hosts may be contacted, and the worker's code checks it.
    expect(hosts.connectSrc).toEqual(['https:']);
  });

  it('grants a deployment of one’s own at build time, and nothing that is no host name', () => {
    const hosts = manifestHosts(['api.example.edu'], ['*.example.edu', '127.0.0.1:8080']);
    expect(hosts.hostPermissions).toEqual([
      'https://*.iblai.app/*',
      'https://iblai.app/*',
      'https://*.ibl.ai/*',
      'https://ibl.ai/*',
      'https://api.example.edu/*',
      'https://*.example.edu/*',
      'http://127.0.0.1/*',
    ]);
    expect(hosts.connectSrc).toEqual([
      ...['iblai.app', 'ibl.ai', 'iblai.org', 'iblai.tech'].flatMap((domain) => [
        `https://${domain}`,
        `https://*.${domain}`,
      ]),
      'https://api.example.edu',
    ]);
    expect(() => manifestHosts(['https://x.y'], [])).toThrow('not a host name');
    for (const host of [
      '*',
      '',
      "x.y 'unsafe-eval'",
      'x.y;',
      'X.y',
      'x.y:99999',
      'a.*.b',
      'x.y/z',
    ]) {
      expect(() => manifestHosts([host], [])).toThrow('not a host name');
      expect(() => manifestHosts([], [host])).toThrow('not a host name');
    }
  });
});
