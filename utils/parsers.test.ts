import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from './deployment/base-url';
import { parseOrg, parseUserName } from './deployment/segment';
import { cleanApiKey } from './store/keys/api-key';
import { readSettingsFile } from './store/settings/settings-file';
import { parsePage } from './tab/page';

const SIZE = 65_536;
/**
 * 5 ms on an idle machine; ten times that allows for a busy one and still finds quadratic run time.
 */
const LIMIT_MS = 50;

/** Repeats a text up to 64 KiB. */
const full = (text: string) => text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE);

/** Returns the shortest of several run times, as a busy machine only makes them longer. */
function bestMs(read: () => unknown): number {
  const times = Array.from({ length: 15 }, () => {
    const startMs = performance.now();
    read();
    return performance.now() - startMs;
  });
  return Math.min(...times);
}

const ADA = '{"user_nicename":"ada"}';
const page = (local: object, cookies: object = {}) =>
  parsePage({
    hostname: 'os.ibl.ai',
    protocol: 'https:',
    pathname: '/a'.repeat(1000),
    local,
    cookies,
  });

describe('64 KiB of foreign text are understood or refused in no time', () => {
  it.each<[string, () => unknown]>([
    ['a user who goes on', () => page({ userData: `{"user_nicename":"${'a'.repeat(65_000)}"}` })],
    ['a user that never ends', () => page({ userData: full('{"a":') })],
    ['a deep user', () => page({ userData: '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2) })],
    ['many organizations', () => page({ userData: ADA, tenants: `[${'1,'.repeat(32_000)}1]` })],
    ['many objects', () => page({ userData: ADA, tenants: `[${'{"key":"a"},'.repeat(5000)}1]` })],
    ['quotes', () => page({ userData: ADA, tenant: full('"') })],
    ['white space', () => page({ userData: ADA, current_tenant: full(' ') })],
    ['a cookie', () => page({}, { ibl_user_data: full('%41') })],
    ['cookies of tenants', () => page({}, { ibl_tenant: `[${full('1,').slice(0, -3)}]` })],
    ['a segment', () => [parseOrg(full('a')), parseUserName(full('.')), parseOrg(full(' a'))]],
    ['a base URL', () => [parseBaseUrl(full('https://')), parseBaseUrl(full(' '))]],
    ['a base URL’s path', () => parseBaseUrl(`https://ibl.ai${full('/..')}`)],
    ['a key', () => [full('"'), full('\u200b'), full('token ')].map(cleanApiKey)],
    ['a key with a gap', () => cleanApiKey(`a${' '.repeat(2040)}b`)],
    ['a file of settings', () => readSettingsFile(full('{"lens":1,'))],
  ])('%s', (_, read) => {
    expect(bestMs(read)).toBeLessThan(LIMIT_MS);
  });
});
