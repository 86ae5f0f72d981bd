import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { writeSettings } from '@/utils/store/settings/settings';
import { checkAccess, mayAsk, mayTry } from './access';

const contains = vi.fn();
const own = fakeProfile({ id: 'own', organization: 'own', baseUrl: 'https://api.example.edu/dm' });
const denied = (host: string) => ({ kind: 'host-not-allowed', host });

beforeEach(async () => {
  contains.mockReset().mockResolvedValue(true);
  browser.permissions.contains = contains;
  await writeSettings(fakeSettings(fakeProfile(), own));
});

describe('a request may be made', () => {
  it.each([
    'https://base.manager.iblai.app/api/analytics/users/?platform_key=acme',
    'https://api.example.edu/dm/api/core/token/verify/',
  ])('below the base of a saved profile: %s', async (url) => {
    expect(await mayAsk(new URL(url))).toBeNull();
  });

  it.each([
    'https://collector.example.net/api/analytics/users/',
    'https://api.iblai.app/dm/api/analytics/users/',
    'https://api.example.edu/api/analytics/users/',
    'https://api.example.edu/dm-evil/api/analytics/users/',
    'https://api.example.edu.evil.net/dm/api/analytics/users/',
    'https://api.example.edu/dm/else/',
  ])('nowhere else, though its host is allowed: %s', async (url) => {
    expect(await mayAsk(new URL(url))).toEqual(denied(new URL(url).host));
  });

  it('of no host that the user has taken back', async () => {
    contains.mockImplementation(async ({ origins: [origin] }) => !origin.includes('example.edu'));
    const url = 'https://api.example.edu/dm/api/core/token/verify/';
    expect(await mayAsk(new URL(url))).toEqual(denied('api.example.edu'));
    expect(await mayTry(new URL(url))).toEqual(denied('api.example.edu'));
    expect(await checkAccess('https://api.example.edu/dm')).toEqual(denied('api.example.edu'));
    expect(await checkAccess('http://base.manager.iblai.app')).toMatchObject({
      kind: 'host-not-allowed',
    });
  });
});
