import { describe, expect, it } from 'vitest';
import { believable, json, noSuchPath, type Reply } from '@/demo/fakes/fake-api';
import { fakeDeps, query as refreshQuery, settle } from '@/demo/fakes/worker-dependencies';
import { createSingleFlight } from '@/utils/api/http/single-flight';
import { fail } from '@/utils/failure';
import type { KeyUse } from '@/utils/store/snapshots/breakers';
import { type TestDeps, type TestQuery, testConnection } from './connection';

const query: TestQuery = {
  slot: 'candidate',
  baseUrl: refreshQuery.baseUrl,
  organization: 'acme',
  user: 'ada',
  keyOwner: null,
};

const depsOf = (deps: ReturnType<typeof fakeDeps>, set: string[] = []): TestDeps => ({
  client: deps.client(true),
  now: () => deps.state.nowMs,
  readKey: deps.readKey,
  checkAccess: async () => deps.state.denied,
  setScheme: async (slot, _key, scheme) => void set.push(`${slot} ${scheme}`),
  setRefused: async ({ keyFingerprint }: KeyUse) =>
    void deps.refusals.set(keyFingerprint, { atMs: deps.state.nowMs, final: true }),
  clearRefusals: async (key: string) => void deps.refusals.delete(key),
  lookAt: async (baseUrl) => (baseUrl.endsWith('/dm') ? 'api' : 'nothing'),
  flight: createSingleFlight(),
});

/** Tests the connection to an API that replies as told; `schemes` are those that it was asked with. */
async function test(reply: Reply, over: Partial<TestQuery> = {}) {
  const deps = fakeDeps(reply);
  const set: string[] = [];
  const report = await testConnection(depsOf(deps, set), { ...query, ...over });
  expect(JSON.stringify(report)).not.toContain('secret');
  const line = (check: string) => report.lines.find((found) => found.check === check)?.ok;
  return { ...deps, report, line, set, failure: report.failure };
}

/** Answers as believable only what is asked with one scheme; the schemes asked are noted. */
const wants = (scheme: string, seen: string[]): Reply => {
  return (url, _count, request) => {
    const used = request.headers.get('authorization')?.split(' ')[0] ?? '';
    seen.push(used);
    return used === scheme ? believable(url) : json({ detail: 'Invalid token.' }, 401);
  };
};

describe('Test connection', () => {
  it('works, and says so of every check', async () => {
    const { report, asked, set } = await test(believable);
    expect(report).toMatchObject({ works: true, scheme: 'Api-Token' });
    expect(report.lines.map(({ ok }) => ok)).toEqual(Array(6).fill(true));
    expect(asked()).toMatchObject({ 'user-cohorts-over-time': 1, 'user-feedback': 1 });
    expect(report.offers).toEqual(['cohorts', 'cost', 'feedback', 'breakdown']);
    expect(report.lacks).toEqual(['users', 'financial', 'ratings']);
    expect(set).toEqual([]);
  });

  it('sent again while it is late, it is one test; with another key it is another', async () => {
    const once = await test(believable);
    const deps = fakeDeps(believable);
    const shared = depsOf(deps);
    const first = testConnection(shared, query);
    const again = testConnection(shared, query);
    await Promise.all([first, again]);
    expect(await again).toBe(await first);
    expect(deps.requests).toHaveLength(once.requests.length);
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    deps.state.reply = (url) => late.then(() => believable(url));
    const begun = testConnection(shared, query);
    await settle();
    deps.state.key = 'key-2';
    const other = testConnection(shared, query);
    await settle();
    answer();
    expect(await other).not.toBe(await begun);
  });

  it.each([
    'Api-Key',
    'Token',
  ])('finds a deployment that wants %s, and remembers it', async (scheme) => {
    const seen: string[] = [];
    const { report, set, refusals } = await test(wants(scheme, seen));
    expect(report).toMatchObject({ works: true, scheme });
    expect(seen[0]).toBe('Api-Token');
    expect(new Set(seen.slice(-2))).toEqual(new Set([scheme]));
    expect(set).toEqual([`candidate ${scheme}`]);
    expect(refusals.size).toBe(0);
  });

  it('a key that no scheme brings there is taken out on its way, and is not blamed', async () => {
    const detail = 'Authentication credentials were not provided.';
    const { report, line, refusals } = await test(() => json({ detail }, 401));
    expect(report).toMatchObject({ works: false, failure: { kind: 'key-unseen' } });
    expect([line('host'), line('key'), line('organization')]).toEqual([true, false, null]);
    expect(refusals.size).toBe(0);
  });

  it('finds the scheme of a deployment that does not see a key announced otherwise', async () => {
    const { report } = await test((url, _count, request) =>
      request.headers.get('authorization')?.startsWith('Token ')
        ? believable(url)
        : json({ detail: 'Authentication credentials were not provided.' }, 401),
    );
    expect(report).toMatchObject({ works: true, scheme: 'Token' });
  });

  it('fault 16, fault 91: a key that every scheme refuses is the key’s fault', async () => {
    const seen: string[] = [];
    const { report, line, set, refusals } = await test(wants('Bearer', seen));
    expect(seen).toEqual(['Api-Token', 'Api-Key', 'Token']);
    expect(report.works).toBe(false);
    expect(report).toMatchObject({ failure: { kind: 'key-rejected' }, field: 'key' });
    expect([line('host'), line('key'), line('organization')]).toEqual([true, false, null]);
    expect(set).toEqual([]);
    expect(refusals.has('key-1')).toBe(true);
  });

  it('opens the state that a rejection had closed', async () => {
    const deps = fakeDeps();
    deps.refusals.set('key-1', { atMs: 0, final: true });
    await testConnection(depsOf(deps), query);
    expect(deps.refusals.size).toBe(0);
  });

  it('fault 18: figures that say they know no such organization are its fault', async () => {
    const { line, report } = await test(() => json({ detail: 'Organization not found.' }, 404));
    expect(report).toMatchObject({ failure: { kind: 'not-found' }, field: 'organization' });
    // No answer has shown that the key is valid.
    expect([line('host'), line('key'), line('organization')]).toEqual([true, null, false]);
  });

  it.each<[string, Reply]>([
    ['the sentence of a gateway', () => json({ detail: 'Not found.' }, 404)],
    ['pages', () => noSuchPath()],
    ['another API', () => json({ error: 'not found' }, 404)],
  ])('a 404 of everything, by %s, is the base’s fault: the key was never looked at', async (_, reply) => {
    const { line, report } = await test(reply);
    expect(report).toMatchObject({
      works: false,
      failure: { kind: 'not-served' },
      field: 'baseUrl',
    });
    expect([line('host'), line('key'), line('organization')]).toEqual([false, null, null]);
    expect(report.betterBaseUrl).toBe(`${query.baseUrl}/dm`);
  });

  it.each<[string, Reply]>([
    ['a web page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['another API', () => json({ hello: 'world' })],
  ])('a base that serves %s is wrong, and nothing else is said', async (_, reply) => {
    const { line, report } = await test(reply);
    expect(report).toMatchObject({ failure: { kind: 'bad-response' }, field: 'baseUrl' });
    expect([line('host'), line('key'), line('organization')]).toEqual([false, null, null]);
  });

  it('fault 17: a key that may read nothing is the key’s fault', async () => {
    const { line, report } = await test(() => json({ detail: 'no' }, 403));
    expect(report).toMatchObject({ failure: { kind: 'forbidden' }, field: 'key' });
    expect([line('key'), line('cost'), line('cohorts')]).toEqual([true, false, false]);
  });

  it('works where one figure alone can be had, and names the others', async () => {
    const { report, line } = await test((url) =>
      url.pathname.includes('cohorts') ? believable(url) : json({}, 403),
    );
    expect(report.works).toBe(true);
    expect([line('cohorts'), line('cost'), line('feedback')]).toEqual([true, false, false]);
  });

  it.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['bad-response', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ] as [string, Reply][])('says of %s that the host is wrong', async (kind, reply) => {
    const { line, report } = await test(reply);
    expect(report).toMatchObject({ failure: { kind }, field: 'baseUrl' });
    expect([line('host'), line('key')]).toEqual([false, null]);
  });

  it.each<[kind: string, reply: Reply, host: boolean, organization: boolean | null]>([
    ['server', () => json({}, 503), false, null],
    ['unavailable', () => json({}, 503, { 'retry-after': '60' }), false, null],
    ['timeout', () => json({}, 408), false, null],
    ['rate-limited', () => json({}, 429), true, null],
    ['out-of-credit', () => json({}, 402), true, true],
    ['bad-request', () => json({}, 422), true, null],
    ['key-unseen', () => json({ detail: 'Credentials were not provided.' }, 401), true, null],
  ])('blames no field for %s, which is none’s fault', async (kind, reply, host, organization) => {
    const { line, report } = await test(reply);
    expect(report).toMatchObject({ works: false, failure: { kind } });
    expect(report.field).toBeUndefined();
    expect([line('host'), line('organization')]).toEqual([host, organization]);
  });

  it('blames no field for a storage that does not answer, and says of none that it was asked', async () => {
    const deps = fakeDeps();
    const readKey = async () => fail({ kind: 'storage' });
    const report = await testConnection({ ...depsOf(deps), readKey }, query);
    expect(report).toMatchObject({ works: false, failure: { kind: 'storage' } });
    expect(report.field).toBeUndefined();
    expect(report.lines.map(({ ok }) => ok)).toEqual(Array(6).fill(null));
  });

  it('fault 69, fault 70: says which permission is missing, and asks nothing', async () => {
    const deps = fakeDeps();
    const denied = { kind: 'host-not-allowed', host: 'api.iblai.tech' } as const;
    const report = await testConnection(
      { ...depsOf(deps), checkAccess: async () => denied },
      query,
    );
    expect(report).toMatchObject({ works: false, failure: denied, field: 'permission' });
    expect(deps.requests).toHaveLength(0);
  });

  it('does without a user, whose cost it then doesn’t judge', async () => {
    const { report, line, requests } = await test(
      (url) => (url.pathname.includes('cost') ? json({}, 404) : believable(url)),
      { user: null },
    );
    expect(report.works).toBe(true);
    expect([line('cohorts'), line('cost')]).toEqual([true, null]);
    expect(requests[1]?.pathname).toContain('/users/me/');
  });

  it('fault 75: a user who can’t be one is the user’s fault', async () => {
    const { report, requests } = await test(believable, { user: '..' });
    expect(report).toMatchObject({ failure: { kind: 'not-detected' }, field: 'user' });
    expect(requests).toHaveLength(0);
  });
});

/** A deployment that says whose key it is, and which organizations there are. */
const told =
  (owner: string | null, figures: Reply = believable): Reply =>
  (url, ...rest) => {
    if (url.pathname.endsWith('/core/token/verify/')) return json({ username: owner, user_id: 1 });
    if (url.pathname.endsWith('/orgs/acme/metadata/')) {
      return json({ platform_key: 'acme', platform_name: 'Acme' });
    }
    return url.pathname.includes('/core/')
      ? json({ detail: 'Not found.' }, 404)
      : figures(url, ...rest);
  };

describe('a deployment that says whose key it is', () => {
  it('is asked that first, and for figures in the owner’s name', async () => {
    const { report, requests } = await test(told('grace'));
    expect(requests[0]?.pathname).toBe('/api/core/token/verify/');
    expect(report).toMatchObject({ works: true, owner: 'grace' });
    const named = requests.filter(({ pathname }) => pathname.includes('/orgs/acme/users/'));
    expect(named.every(({ pathname }) => pathname.includes('/users/grace/'))).toBe(true);
    expect(requests.find(({ pathname }) => pathname.includes('user-cost'))?.search).toContain(
      'username=ada',
    );
  });

  it('tells a good key of another organization from a bad one', async () => {
    const refused = told('ada', () => json({ detail: 'Invalid token.' }, 401));
    for (const organization of ['acme', 'nowhere']) {
      const { report, line, refusals } = await test(refused, { organization });
      expect(report).toMatchObject({ failure: { kind: 'not-found' }, field: 'organization' });
      expect([line('host'), line('key'), line('organization')]).toEqual([true, true, false]);
      expect(refusals.size).toBe(0);
    }
  });

  it('asks for an owner where the key is the organization’s own', async () => {
    const refused = told(null, () => json({ detail: 'Invalid token.' }, 401));
    const { report, line } = await test(refused);
    expect(report).toMatchObject({ works: false, field: 'keyOwner', owner: null });
    expect(report.failure).toBeUndefined();
    expect([line('key'), line('organization')]).toEqual([true, true]);
  });

  it('says that the key is not the typed owner’s', async () => {
    const refused = told('grace', () => json({ detail: 'Invalid token.' }, 401));
    const { report } = await test(refused, { keyOwner: 'ada' });
    expect(report).toMatchObject({ works: false, field: 'keyOwner', owner: 'grace' });
  });

  it('says yes of the key, and no of figures that it lacks', async () => {
    const { report, line } = await test(told('ada', noSuchPath));
    expect(report).toMatchObject({ works: false, failure: { kind: 'not-served' } });
    expect([line('host'), line('key'), line('organization')]).toEqual([true, true, true]);
    expect([line('cohorts'), line('cost'), line('feedback')]).toEqual([false, false, false]);
  });
});
