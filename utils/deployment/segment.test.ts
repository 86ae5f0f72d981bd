import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originPattern, parseBaseUrl } from './base-url';
import { isSameOrg, parseMentorId, parseOrg, parseUserName } from './segment';

describe('a path segment', () => {
  it.each([
    'acme',
    'ada.lovelace',
    'ada@example.edu',
    'Ünïversität_1',
    'a+b',
    '大学',
    "o'brien@x.edu",
    "O'Neil",
    'user+tag@x.edu',
    '名前',
    "a!$&'*=~b",
    '3f2504e04f8911d39a0c0305e82c3301',
    'uni.ai.dept',
  ])('%s is one', (text) => expect(parseUserName(text)).toEqual({ ok: true, value: text }));

  it.each([
    '',
    '.',
    '..',
    '...',
    '%2e%2e',
    'a/b',
    'a\\b',
    'a?x',
    'a#x',
    'a b',
    'a\u202eb',
    'a\u200bb',
    '\ud800',
    'x'.repeat(1_000_000),
  ])('fault 75: %j is none', (text) => expect(parseUserName(text).ok).toBe(false));

  it('says of each kind why it is none', () => {
    expect(parseUserName('a/b')).toEqual({ ok: false, text: 'segment_user' });
    expect(parseOrg('a/b')).toEqual({ ok: false, text: 'segment_org' });
    expect(parseMentorId('a/b')).toEqual({ ok: false, text: 'segment_org' });
    expect(parseMentorId(' my-tutor ')).toEqual({ ok: true, value: 'my-tutor' });
  });

  it.each(['.a', 'a.', '.a.', 'a..b', '-', 'x'.repeat(150)])('%s is one', (text) =>
    expect(parseUserName(text)).toEqual({ ok: true, value: text }));

  it.each(['x'.repeat(151), '/ada', 'ada/'])('%s is none', (text) =>
    expect(parseUserName(text).ok).toBe(false));

  it('fault 94: keeps capitals and other scripts, refuses spaces with a reason', () => {
    expect(parseOrg(' Acme ')).toEqual({ ok: true, value: 'Acme' });
    expect(parseOrg('Acme University')).toEqual({ ok: false, text: 'segment_org' });
  });

  it('loses the spaces around it, and keeps its case', () => {
    expect(parseUserName(' \u00a0Ada\t')).toEqual({ ok: true, value: 'Ada' });
    expect(parseUserName('ada')).not.toEqual(parseUserName('Ada'));
  });

  it('of an organization is the same in letters of another case, and in no other', () => {
    expect(isSameOrg('Acme', 'acme')).toBe(true);
    expect(isSameOrg('acme', 'acme2')).toBe(false);
    expect(isSameOrg('', 'acme')).toBe(false);
  });

  it('whatever it is, never leaves its place in a URL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const segment = parseUserName(text);
        if (!segment.ok) return;
        const path = `/orgs/acme/users/${encodeURIComponent(segment.value)}/user-cost/`;
        expect(new URL(`https://x.test${path}`).pathname).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a base URL', () => {
  it.each([
    ['https://base.manager.iblai.app', 'https://base.manager.iblai.app'],
    [' https://api.iblai.app/dm/ ', 'https://api.iblai.app/dm'],
    ['https://docs.ibl.ai/_mock/apis/ibl', 'https://docs.ibl.ai/_mock/apis/ibl'],
    ['HTTPS://API.IBLAI.ORG/dm', 'https://api.iblai.org/dm'],
    ['https://api.example.edu:8443/dm', 'https://api.example.edu:8443/dm'],
  ])('%s is read as %s', (text, baseUrl) =>
    expect(parseBaseUrl(text)).toEqual({ ok: true, baseUrl }));

  it.each([
    ['base.manager.iblai.app', 'base_url_not_a_url'],
    ['https://u:p@api.iblai.app', 'base_url_credentials'],
    ['https://api.iblai.app/?a=1', 'base_url_query'],
    ['https://api.iblai.app/#', 'base_url_query'],
    ['http://api.iblai.app', 'base_url_https'],
    ['https://example.com.', 'base_url_not_a_url'],
    ['https://[::1]', 'base_url_not_a_url'],
    ['https://api.iblai.app/../x', 'base_url_not_a_url'],
    ['https://api.iblai.app/%2e%2e/x', 'base_url_not_a_url'],
    ['javascript:alert(1)', 'base_url_not_a_url'],
    ['https://u@api.iblai.app', 'base_url_credentials'],
    ['https://:p@api.iblai.app', 'base_url_credentials'],
    ['https://api.iblai.app/?', 'base_url_query'],
    ['https://api.iblai.app/#a', 'base_url_query'],
    ['https://api.iblai.app/dm/.', 'base_url_not_a_url'],
    ['https://api.iblai.app/./dm', 'base_url_not_a_url'],
    ['https://api.iblai.app/%2E/dm', 'base_url_not_a_url'],
    ['https://api.iblai.app/dm/..', 'base_url_not_a_url'],
    [`https://api.iblai.app/${'x'.repeat(279)}`, 'base_url_not_a_url'],
  ])('fault 92: %s is refused with its reason', (text, reason) =>
    expect(parseBaseUrl(text)).toEqual({ ok: false, text: reason }));

  it('may be long, and have dots within its names', () => {
    const long = `https://api.iblai.app/${'x'.repeat(278)}`;
    expect(parseBaseUrl(`${long}   `)).toEqual({ ok: true, baseUrl: long });
    const dotted = 'https://api.iblai.app/v1.2/..a/b..';
    expect(parseBaseUrl(`${dotted}//`)).toEqual({ ok: true, baseUrl: dotted });
  });

  it('needs the permission for its host, on whatever port', () => {
    expect(originPattern('https://api.iblai.app/dm')).toBe('https://api.iblai.app/*');
    expect(originPattern('http://127.0.0.1:8080')).toBe('http://127.0.0.1/*');
    expect(originPattern('none')).toBe('');
  });

  it('is read or refused, never a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
        const read = parseBaseUrl(text);
        if (read.ok) expect(read.baseUrl).toMatch(/^https:\/\/[^/@?#[]*[^/@?#[.](?:\/[^?#]*)?$/);
      }),
    );
  });
});
