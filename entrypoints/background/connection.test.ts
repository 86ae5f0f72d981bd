import { describe, expect, it } from 'vitest';
import { believable, json, type Reply } from '@/demo/fakes/fake-api';
import { fakeDeps, query as refreshQuery } from '@/demo/fakes/worker-dependencies';
import type { KeyUse } from '@/utils/store/snapshots/breakers';
import { type TestQuery, testConnection } from './connection';

const query: TestQuery = {
  slot: 'candidate',
  baseUrl: refreshQuery.baseUrl,
  organization: 'acme',
  user: 'ada',
  keyOwner: null,
};

/** How a test of the connection notes what was refused. */
const refusals = (deps: ReturnType<typeof fakeDeps>) => ({
  setRefused: async ({ keyFingerprint }: KeyUse) =>
    void deps.refusals.set(keyFingerprint, { atMs: deps.state.nowMs, final: true }),
  clearRefusals: async (key: string) => void deps.refusals.delete(key),
});

/** Tests the connection to an API that replies as told; `schemes` are those that it was asked with. */
async function test(reply: Reply, over: Partial<TestQuery> = {}) {
  const deps = fakeDeps(reply);
  const set: string[] = [];
  const report = await testConnection(
    {
      client: deps.client(true),
      now: () => deps.state.nowMs,
      readKey: deps.readKey,
      checkAccess: async () => deps.state.denied,
      setScheme: async (slot, scheme) => void set.push(`${slot} ${scheme}`),
      ...refusals(deps),
    },
    { ...query, ...over },
  );
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
    await testConnection(
      {
        client: deps.client(true),
        now: () => deps.state.nowMs,
        readKey: deps.readKey,
        checkAccess: async () => null,
        setScheme: async () => undefined,
        ...refusals(deps),
      },
      query,
    );
    expect(deps.refusals.size).toBe(0);
  });

  it('fault 18: everything unknown is the organization’s fault', async () => {
    const { line, report } = await test(() => json({ detail: 'Not found.' }, 404));
    expect(report).toMatchObject({ failure: { kind: 'not-found' }, field: 'organization' });
    expect([line('host'), line('key'), line('organization')]).toEqual([true, true, false]);
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
    ['server', () => json({}, 503)],
    ['bad-response', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ] as [string, Reply][])('says of %s that the host is wrong', async (kind, reply) => {
    const { line, report } = await test(reply);
    expect(report).toMatchObject({ failure: { kind }, field: 'baseUrl' });
    expect([line('host'), line('key')]).toEqual([false, null]);
  });

  it('fault 69, fault 70: says which permission is missing, and asks nothing', async () => {
    const deps = fakeDeps();
    const denied = { kind: 'host-not-allowed', host: 'api.iblai.tech' } as const;
    const report = await testConnection(
      {
        client: deps.client(true),
        now: () => deps.state.nowMs,
        readKey: deps.readKey,
        checkAccess: async () => denied,
        setScheme: async () => undefined,
        ...refusals(deps),
      },
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
    expect(requests[0]?.pathname).toContain('/users/me/');
  });

  it('fault 75: a user who can’t be one is the user’s fault', async () => {
    const { report, requests } = await test(believable, { user: '..' });
    expect(report).toMatchObject({ failure: { kind: 'not-detected' }, field: 'user' });
    expect(requests).toHaveLength(0);
  });
});
