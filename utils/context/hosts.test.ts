import { describe, expect, it } from 'vitest';
import { isApiHost, isAppHost, isVendorHost, manifestHosts, optionalOrigin } from './hosts';

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

describe('hosts that may be asked', () => {
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
  ])('fault 92: %s is none', (text) => expect(isApiHost(url(text))).toBe(false));

  it('of the vendor, two domains are asked for when they are needed', () => {
    expect(optionalOrigin(url('https://api.iblai.org/dm'))).toBe('https://api.iblai.org/*');
    expect(optionalOrigin(url('https://base.manager.iblai.app'))).toBeNull();
  });
});

describe('the manifest', () => {
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
    expect(hosts.connectSrc).toContain('https://api.example.edu');
    expect(hosts.connectSrc).not.toContain('https://*.example.edu');
    expect(() => manifestHosts(['https://x.y'], [])).toThrow('not a host name');
    expect(() => manifestHosts(['*'], [])).toThrow('not a host name');
  });
});
