import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeOf } from '../deployment/route';
import { parsePage } from './page';

const ADA = JSON.stringify({
  user_id: 7,
  user_nicename: 'ada',
  user_email: 'a@x',
  user_display_name: 'Ada L.',
  user_fullname: null,
});
const UUID = '0a1b2c3d-0000-4000-8000-123456789abc';

interface Said {
  host?: string;
  path?: string;
  session?: object;
  local?: object;
  cookies?: object;
}

function raw(overrides: Said = {}) {
  return {
    hostname: overrides.host ?? 'os.ibl.ai',
    protocol: 'https:',
    pathname: overrides.path ?? '/platform/acme/tutor',
    session: { ...overrides.session },
    local: { userData: ADA, ...overrides.local },
    cookies: { ...overrides.cookies },
  };
}

const page = (overrides?: Parameters<typeof raw>[0]) => {
  const read = parsePage(raw(overrides));
  return read.ok ? read.value : null;
};

describe('who is signed in', () => {
  it('is the user name, never the number, with the name that people see', () => {
    expect(page()?.user).toEqual({ name: 'ada', displayName: 'Ada L.' });
    expect(
      page({ local: { userData: '{"username":"grace","user_fullname":"Grace H."}' } })?.user,
    ).toEqual({
      name: 'grace',
      displayName: 'Grace H.',
    });
  });

  it.each([
    null,
    '',
    'undefined',
    'null',
    '{',
    '[]',
    '5',
    '"ada"',
    '{"user_id":7}',
    '{"user_nicename":".."}',
    '{"user_nicename":7}',
    '{"user_nicename":"anonymous"}',
    '{"username":"anonymous","user_display_name":"Ada L."}',
  ])('is nobody when the page says %j', (userData) =>
    expect(page({ local: { userData } })?.user).toBeNull());

  it('comes from the cookies where local storage says nothing', () => {
    const found = page({
      path: '/',
      local: { userData: null },
      cookies: {
        ibl_user_data: encodeURIComponent(ADA),
        ibl_tenant: encodeURIComponent(JSON.stringify([{ key: 'acme', name: 'Acme University' }])),
      },
    });
    expect(found).toMatchObject({
      user: { name: 'ada' },
      org: { key: 'acme', name: 'Acme University' },
      from: 'cookies',
    });
  });
});

describe('a tab with a sign-in of its own', () => {
  const bob = '{"user_nicename":"bob","user_fullname":"Bob B."}';
  const session = { userData: bob, current_tenant: '{"key":"globex","name":"Globex"}' };
  const local = { current_tenant: '{"key":"acme"}', tenant: 'acme', tenants: '[{"key":"acme"}]' };

  it('is of that person, whoever signed in last elsewhere', () => {
    expect(page({ path: '/home', session, local })).toEqual({
      host: 'os.ibl.ai',
      user: { name: 'bob', displayName: 'Bob B.' },
      org: { key: 'globex', name: 'Globex' },
      mentor: null,
      from: 'session-storage',
    });
    expect(page({ path: '/home', session: { userData: bob }, local })?.org).toBeNull();
    expect(page({ session: { userData: bob }, local })?.org?.key).toBe('acme');
  });

  it('is nobody’s where nobody signed in there', () => {
    const anonymous = { userData: '{"user_nicename":"anonymous"}' };
    expect(page({ session: anonymous, local })?.user).toBeNull();
  });

  it.each([null, 'undefined', '{', '5'])('is as before where the tab says %j', (userData) =>
    expect(page({ session: { userData }, local })).toMatchObject({
      user: { name: 'ada' },
      from: 'local-storage',
    }));

  it('may have its organization alone for itself', () => {
    const current = { current_tenant: '{"key":"globex"}' };
    expect(page({ path: '/home', session: current, local })).toMatchObject({
      user: { name: 'ada' },
      org: { key: 'globex' },
    });
  });
});

describe('which organization', () => {
  it('is the one that is visited, unless the URL names one', () => {
    const local = { visiting_tenant: '{"key":"globex","name":"Globex"}', tenant: 'acme' };
    expect(page({ path: '/share/chat/s1', local })?.org).toEqual({ key: 'globex', name: 'Globex' });
    expect(page({ local })?.org?.key).toBe('acme');
    expect(page({ path: '/', local: { visiting_tenant: 'hooli' } })?.org?.key).toBe('hooli');
  });

  it('is the cookie’s of the learning app where nothing else names one', () => {
    const cookies = { tenant: 'acme%2Ddept' };
    expect(page({ path: '/home', cookies })?.org?.key).toBe('acme-dept');
    expect(page({ path: '/home', cookies, local: { tenant: 'acme' } })?.org?.key).toBe('acme');
  });

  it('has its name among forty', () => {
    const all = Array.from({ length: 40 }, (_, n) => ({ key: `org.${n}`, name: `Org ${n}` }));
    const local = { tenants: JSON.stringify(all) };
    expect(page({ path: '/platform/org.39/x', local })?.org).toEqual({
      key: 'org.39',
      name: 'Org 39',
    });
  });

  const local = { current_tenant: '{"key":"globex","platform_name":"Globex"}', tenant: 'initech' };

  it('is the one in the URL, then current_tenant, then tenant', () => {
    expect(page({ local })?.org?.key).toBe('acme');
    expect(page({ path: '/', local })?.org).toEqual({ key: 'globex', name: 'Globex' });
    expect(page({ path: '/', local: { ...local, current_tenant: 'undefined' } })?.org?.key).toBe(
      'initech',
    );
    expect(page({ path: '/', local: { current_tenant: 'umbrella' } })?.org?.key).toBe('umbrella');
    expect(page({ path: '/', local: { current_tenant: '"umbrella"' } })?.org?.key).toBe('umbrella');
    expect(page({ path: '/', local: { app_tenant: 'hooli' } })?.org?.key).toBe('hooli');
    expect(page({ path: '/' })?.org).toBeNull();
  });

  it('has its name from the list of organizations', () => {
    const tenants = JSON.stringify([{ key: 'acme', name: 'Acme University', is_admin: true }]);
    expect(page({ local: { tenants } })?.org).toEqual({ key: 'acme', name: 'Acme University' });
  });
});

describe('a name', () => {
  it.each([
    ['user+tag@x.edu', 'user+tag@x.edu'],
    ["O'Neil", "O'Neil"],
    ["o'brien@x.edu", "o'brien@x.edu"],
    ['名前', '名前'],
    [' ada ', 'ada'],
    ['\u3000名前\u3000', '名前'],
    ['Ada', 'Ada'],
  ])('%j is %s', (user_nicename, name) =>
    expect(page({ local: { userData: JSON.stringify({ user_nicename }) } })?.user?.name).toBe(
      name,
    ));
});

describe('which mentor', () => {
  it.each([
    ['os.ibl.ai', '/platform/acme/tutor', 'acme', 'tutor'],
    ['os.ibl.ai', '/platform/acme/tutor/settings', 'acme', 'tutor'],
    ['os.ibl.ai', `/platform/acme/projects/p1/${UUID}`, 'acme', UUID],
    ['os.ibl.ai', '/platform/acme/projects/p1', 'acme', null],
    ['mentor.iblai.app', '/platform/acme/workflows/flow/edit', 'acme', 'flow'],
    ['app.ibl.ai', '/platform/acme/explore', 'acme', null],
    ['app.ibl.ai', '/platform/acme/analytics', 'acme', null],
    ['app.ibl.ai', '/platform/acme/notifications', 'acme', null],
    ['os.ibl.ai', '/platform/acme', 'acme', null],
    ['os.ibl.ai', '/share/chat/s1/acme/tutor', 'acme', 'tutor'],
    ['lms.ibl.ai', '/platform/acme/courses', 'acme', null],
    ['skillsai.iblai.app', '/platform/acme/home', 'acme', null],
    ['learn.example.edu', '/platform/acme/home', 'acme', null],
    ['learn.example.edu', `/platform/acme/${UUID}`, 'acme', UUID],
    ['os.ibl.ai', '/platform/acme/analytics/users', 'acme', null],
    ['os.ibl.ai', '/platform/acme/analytics/memory', 'acme', null],
    ['os.ibl.ai', '/platform/acme/tutor/analytics/audit', 'acme', 'tutor'],
    ['os.ibl.ai', '/platform/acme/tutor/memory', 'acme', 'tutor'],
    ['os.ibl.ai', '/platform/acme/tutor/audit-log', 'acme', 'tutor'],
    ['os.ibl.ai', '/share/chat/s1', null, null],
    ['lms.ibl.ai', '/home', null, null],
    ['learn.iblai.app', '/courses/c1', null, null],
    ['apps.learn.iblai.app', '/platform/acme/home', 'acme', null],
    ['skills.iblai.app', '/platform/acme/onboarding/tutor', 'acme', 'tutor'],
    ['os.ibl.ai', '/platform/acme/onboarding', 'acme', null],
    [
      'os.ibl.ai',
      '/platform/3f2504e04f8911d39a0c0305e82c3301/x',
      '3f2504e04f8911d39a0c0305e82c3301',
      'x',
    ],
    ['os.ibl.ai', '/platform/uni.ai.dept/x', 'uni.ai.dept', 'x'],
    ['os.ibl.ai', '/', null, null],
    ['os.ibl.ai', '/platform/%E0%A4%A/x', null, 'x'],
  ])('%s%s names %s and %s', (host, path, org, mentor) => {
    expect(routeOf(host, path)).toEqual({ org, mentor });
  });
});

describe('a hostile page', () => {
  it('fault 75: names nobody whom a URL could not hold', () => {
    for (const name of ['..', '%2e%2e', 'a/b', 'a?x#', '\u202eada', '\ud800', 'x'.repeat(60_000)]) {
      expect(
        page({ local: { userData: JSON.stringify({ user_nicename: name }) } })?.user,
      ).toBeNull();
    }
  });

  it('fault 88: prototype keys are only data', () => {
    const found = page({
      local: { userData: '{"__proto__":{"user_nicename":"evil"},"constructor":1}' },
    });
    expect(found?.user).toBeNull();
  });

  it('is understood or refused, never a throw', () => {
    const anyText = fc.option(fc.oneof(fc.json(), fc.string({ unit: 'binary' })));
    const anyRaw = fc.record({
      hostname: fc.domain(),
      protocol: fc.constant('https:'),
      pathname: fc.webPath(),
      local: fc.dictionary(
        fc.constantFrom('userData', 'current_tenant', 'tenant', 'tenants'),
        anyText,
      ),
      session: fc.dictionary(fc.constantFrom('userData', 'visiting_tenant', 'tenants'), anyText),
      cookies: fc.dictionary(fc.constantFrom('ibl_user_data', 'ibl_tenant', 'tenant'), anyText),
    });
    fc.assert(
      fc.property(fc.oneof(anyRaw, fc.anything()), (value) => void parsePage(value)),
      { numRuns: 2000 },
    );
  });

  it('names no mentor of an organization that its URL can’t name', () => {
    const found = page({ path: '/platform/%2e%2e/tutor', local: { tenant: 'acme' } });
    expect(found).toMatchObject({ org: { key: 'acme' }, mentor: null });
  });
});
