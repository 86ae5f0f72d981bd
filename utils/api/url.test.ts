import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from './operation';
import { buildUrl } from './url';

const place = { baseUrl: 'https://base.manager.iblai.app', org: 'acme', pathUser: 'ada' };
const startMs = Date.UTC(2026, 2, 1);
const endMs = Date.UTC(2026, 2, 2);
const cost: Operation = { name: 'cost', startMs, endMs, username: 'ada' };
const days = { startDate: '2026-03-01', endDate: '2026-03-02', aggregation: 'daily' } as const;

const built = (operation: Operation, over: object = {}) => {
  const url = buildUrl({ ...place, ...over }, operation);
  return url.ok ? url.value.href : url.failure.kind;
};

const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...'a./%?#@~ é2e\\'), maxLength: 6 }),
);

describe('buildUrl', () => {
  it('writes each operation as the API documents it, the trailing slash included', () => {
    const orgs = 'https://base.manager.iblai.app/api/ai-analytics/orgs/acme/users/ada';
    const range = 'start_date=2026-03-01&end_date=2026-03-02&aggregation=daily';
    const span = 'start_date=2026-03-01T00%3A00%3A00Z&end_date=2026-03-02T00%3A00%3A00Z';
    expect(built({ name: 'cohorts', ...days, mentorId: null })).toBe(
      `${orgs}/user-cohorts-over-time/?${range}`,
    );
    expect(built({ name: 'feedback', ...days, mentorId: 'm-1' })).toBe(
      `${orgs}/user-feedback/?${range}&mentor_id=m-1`,
    );
    expect(built(cost)).toBe(`${orgs}/user-cost/?${span}&username=ada`);
    expect(built({ name: 'mentor-cost', startMs, endMs, mentorId: 'm-1' })).toBe(
      `${orgs}/mentors/m-1/cost/?${span}`,
    );
    expect(built({ name: 'mentor-settings', mentor: 'my-tutor' })).toBe(
      'https://base.manager.iblai.app/api/ai-mentor/orgs/acme/users/ada/mentors/my-tutor/public-settings/',
    );
  });

  it('fault 92: keeps the path prefix of a base, with or without a slash behind it', () => {
    const expected = /^https:\/\/api\.iblai\.app\/dm\/api\/ai-analytics\/orgs\/acme\//;
    expect(built(cost, { baseUrl: 'https://api.iblai.app/dm' })).toMatch(expected);
    expect(built(cost, { baseUrl: 'https://api.iblai.app/dm/' })).toMatch(expected);
  });

  it.each([
    'http://base.manager.iblai.app',
    'https://a:b@iblai.app',
    'https://a@iblai.app',
    'https://:b@iblai.app',
    'ftp://127.0.0.1',
    'javascript:alert(1)',
    'x',
    '',
  ])('fault 92: asks nothing of the base %s', (baseUrl) =>
    expect(built(cost, { baseUrl })).toBe('host-not-allowed'));

  it('fault 92: is not led to another host by a base whose path begins like one', () => {
    const baseUrl = 'https://base.manager.iblai.app//evil.example';
    expect(built(cost, { baseUrl })).toBe('host-not-allowed');
  });

  const UUID = '0a1b2c3d-4e5f-6789-abcd-ef0123456789';
  const withMentor = (mentorId: string) =>
    built({ name: 'ratings', startDate: '2026-03-01', endDate: '2026-03-02', mentorId });

  it('takes a mentor of the second generation by its UUID', () => {
    expect(withMentor(UUID)).toContain(`mentor_unique_id=${UUID}`);
    expect(withMentor(UUID.toUpperCase())).toContain('mentor_unique_id=0A1B');
  });

  it.each([
    'calculus-tutor',
    `x${UUID}`,
    `${UUID}x`,
    UUID.slice(1),
    UUID.slice(0, -1),
    UUID.replace('-4e5f', ''),
    UUID.replace('4e5f', '4e5'),
    UUID.replace('a', 'g'),
    UUID.replace('6789', '678g'),
    UUID.replace('ef01', 'zf01'),
  ])('asks the second generation for no mentor %s, which is no UUID', (mentorId) =>
    expect(withMentor(mentorId)).toBe('not-found'));

  it('takes plain http for a stand-in on this machine alone', () => {
    expect(built(cost, { baseUrl: 'http://127.0.0.1:8080' })).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/api\//,
    );
    expect(built(cost, { baseUrl: 'http://127.0.0.1.evil.com' })).toBe('host-not-allowed');
  });

  it('names the host that it does not ask, where there is one', () => {
    const refused = (baseUrl: string) => buildUrl({ ...place, baseUrl }, cost);
    expect(refused('http://evil.com:81/x')).toEqual({
      ok: false,
      failure: { kind: 'host-not-allowed', host: 'evil.com:81' },
    });
    expect(refused('x')).toEqual({ ok: false, failure: { kind: 'host-not-allowed', host: '' } });
    expect(built(cost, { baseUrl: 'http://localhost:8080' })).toMatch(/^http:\/\/localhost:8080\//);
  });

  it('takes names of up to 255 characters, and dots within them', () => {
    for (const name of ['x'.repeat(255), '.a', 'a.', 'a..b', 'a b']) {
      expect(built(cost, { pathUser: name })).toContain(`/users/${encodeURIComponent(name)}/`);
    }
    for (const name of ['x'.repeat(256), 'a ', '/a', 'a/']) {
      expect(built(cost, { pathUser: name })).toBe('not-detected');
    }
  });

  it('asks for no mentor that could not be one, and checks a name only where it is sent', () => {
    const mentor: Operation = { name: 'mentor-cost', startMs, endMs, mentorId: '..' };
    expect(built(mentor)).toBe('not-found');
    expect(built({ name: 'cohorts', ...days, mentorId: '..' })).toContain('mentor_id=..');
    expect(built({ name: 'cost', startMs: startMs + 1, endMs, username: 'ada' })).toContain(
      'start_date=2026-03-01T00%3A00%3A00Z',
    );
  });

  it('asks for instants in whole seconds, as the API takes no fractions', () => {
    const asked = built({ name: 'cost', startMs, endMs: startMs + 1_999, username: 'ada' });
    expect(asked).toContain('end_date=2026-03-01T00%3A00%3A01Z&');
  });

  it('keeps every segment of a base, and no slash that ends it', () => {
    expect(built(cost, { baseUrl: 'https://api.iblai.app/a//b//' })).toMatch(
      /^https:\/\/api\.iblai\.app\/a\/\/b\/api\//,
    );
  });

  const hostile = [
    '..',
    '.',
    '',
    '%2e%2e',
    'a/b',
    'a?x#',
    'a\\b',
    'a\nb',
    '\u202eada',
    '\ud800',
    ' a',
    '\u200b',
  ];
  it.each([
    ...hostile,
    'a'.repeat(1_000_000),
  ])('fault 75: never asks for a user or organization %j', (text) => {
    expect(built(cost, { pathUser: text })).toBe('not-detected');
    expect(built({ ...cost, username: text })).toBe('not-detected');
    expect(built(cost, { org: text })).toBe('not-found');
    expect(built({ name: 'mentor-settings', mentor: text })).toBe('not-found');
  });

  it('fault 94: other scripts, marks and addresses stay what they are', () => {
    for (const org of ['Ünïversität', '大学', 'नमस्ते', 'a b', 'ada+x@uni.edu', 'under_score']) {
      const url = buildUrl({ ...place, org }, cost);
      expect(url.ok && decodeURIComponent(url.value.pathname.split('/')[4] ?? '')).toBe(org);
    }
  });

  it.each([
    "o'brien@x.edu",
    "O'Neil",
    'user+tag@x.edu',
    '名前',
    "a!$&'*=~b",
    '3f2504e04f8911d39a0c0305e82c3301',
    'uni.ai.dept',
    'Ada',
  ])('%s arrives as it is, as user, as organization and in the query', (name) => {
    const url = buildUrl({ ...place, org: name, pathUser: name }, { ...cost, username: name });
    if (!url.ok) throw new Error(url.failure.kind);
    const { pathname, searchParams } = url.value;
    const [, , , , org, , user] = pathname.split('/');
    expect([org, user].map((part) => decodeURIComponent(part ?? ''))).toEqual([name, name]);
    expect(searchParams.get('username')).toBe(name);
  });

  it('fault 75: whatever the names, the resource is the one that was meant', () => {
    fc.assert(
      fc.property(names, names, (org, pathUser) => {
        const url = buildUrl({ ...place, org, pathUser }, cost);
        if (!url.ok) return;
        const [, api, family, orgs, builtOrg, users, builtUser, operation, end] =
          url.value.pathname.split('/');
        expect([api, family, orgs, users, operation, end]).toEqual([
          'api',
          'ai-analytics',
          'orgs',
          'users',
          'user-cost',
          '',
        ]);
        expect([builtOrg, builtUser].map((s) => decodeURIComponent(s ?? ''))).toEqual([
          org,
          pathUser,
        ]);
        expect(url.value.origin).toBe(place.baseUrl);
      }),
    );
  });
});
