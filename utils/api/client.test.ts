import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/failure';
import { type Caller, createAsk } from './ask';
import { createClient } from './client';
import type { CircuitBreaker } from './http/attempt';

const startMs = Date.UTC(2026, 2, 1);
const span = { startMs, endMs: startMs + 3_600_000 };
const days = { startDate: '2026-03-01', endDate: '2026-03-02', aggregation: 'daily' } as const;
const caller: Caller = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  pathUser: 'owner',
  user: 'ada',
  apiKey: 'secret',
  keyFingerprint: 'f00d',
  scheme: 'Api-Token',
  deadlineMs: startMs + 15_000,
};
const open: CircuitBreaker = { enter: async () => null, leave: async () => undefined };

/** A client whose requests wait until the test answers them. */
function clientWith(
  breakerOf: (host: string, caller: Caller) => CircuitBreaker = () => open,
  mayAsk: (url: URL) => Promise<Failure | null> = async () => null,
) {
  const waiting: { request: Request; answer: (json: unknown) => void }[] = [];
  const ask = createAsk(
    {
      fetch: (input) =>
        new Promise((resolve) => {
          const headers = { 'content-type': 'application/json' };
          waiting.push({
            request: new Request(input),
            answer: (json) => resolve(new Response(JSON.stringify(json), { headers })),
          });
        }),
      now: () => startMs,
      online: () => true,
      backOffMs: () => 0,
    },
    breakerOf,
    {
      enter: async () => true,
      leave: async () => undefined,
      accepts: async () => false,
      known: async () => null,
    },
    mayAsk,
  );
  return { client: createClient(ask), waiting };
}

/** Lets all pending promises run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the client', () => {
  it('names the key’s owner in the path, and the user asked about in `username`', async () => {
    const { client, waiting } = clientWith();
    const cost = client.cost(caller, span);
    await settle();
    const [call] = waiting;
    const url = new URL(call?.request.url ?? '');
    expect(url.pathname).toBe('/api/ai-analytics/orgs/acme/users/owner/user-cost/');
    expect(url.searchParams.get('username')).toBe('ada');
    expect(call?.request.headers.get('authorization')).toBe('Api-Token secret');
    call?.answer({ total_cost: '5.75' });
    expect(await cost).toEqual({ ok: true, value: { total: 5.75, servedAtMs: null } });
  });

  it('fault 62: identical requests share one flight, and a later one flies anew', async () => {
    const { client, waiting } = clientWith();
    const both = [client.cost(caller, span), client.cost(caller, span)];
    const other = client.cost({ ...caller, keyFingerprint: 'beef' }, span);
    await settle();
    expect(waiting).toHaveLength(2);
    for (const { answer } of waiting) answer({ total_cost: 1 });
    const one = { ok: true, value: { total: 1, servedAtMs: null } };
    expect(await Promise.all([...both, other])).toEqual([one, one, one]);
    client.cost(caller, span);
    await settle();
    expect(waiting).toHaveLength(3);
  });

  it('asks fourteen at once of a host, and another host besides', async () => {
    const { client, waiting } = clientWith();
    const ask = (i: number) => client.cost(caller, { ...span, endMs: span.endMs + i * 1_000 });
    const all = Array.from({ length: 16 }, (_, i) => ask(i));
    client.cost({ ...caller, baseUrl: 'https://api.iblai.app/dm' }, span);
    await settle();
    expect(waiting).toHaveLength(15);
    for (const { answer } of waiting) answer({ total_cost: 1 });
    await settle();
    expect(waiting).toHaveLength(17);
    for (const { answer } of waiting) answer({ total_cost: 1 });
    expect((await Promise.all(all)).every((result) => result.ok)).toBe(true);
  });

  it('goes through the breaker of the host and key', async () => {
    const { client, waiting } = clientWith((host, { keyFingerprint: key }) => ({
      ...open,
      enter: async () => ({ kind: 'host-not-allowed', host: `${host} ${key}` }),
    }));
    const failure = { kind: 'host-not-allowed', host: 'base.manager.iblai.app f00d' };
    expect(await client.cost(caller, span)).toEqual({ ok: false, failure });
    expect(waiting).toHaveLength(0);
  });

  it('fault 75: sends nothing for a user who can’t be one', async () => {
    const { client, waiting } = clientWith();
    const failure = { kind: 'not-detected' };
    expect(await client.cost({ ...caller, user: '..' }, span)).toEqual({ ok: false, failure });
    expect(waiting).toHaveLength(0);
  });

  it('fault 89: refuses an answer about another mentor, user or organization', async () => {
    const { client, waiting } = clientWith();
    const answers = [
      client.mentorCost(caller, span, 'm-1'),
      client.cost(caller, span),
      client.cohorts(caller, { ...days, mentorId: 'm-1' }),
      client.feedback(caller, { ...days, mentorId: null }),
    ];
    await settle();
    for (const { request, answer } of waiting) {
      const { pathname } = new URL(request.url);
      if (pathname.includes('mentors')) answer({ total_cost: 1, mentor_unique_id: 'm-2' });
      else if (pathname.includes('cost')) answer({ total_cost: 1, username: 'eve' });
      else if (pathname.includes('cohorts')) {
        answer({ periods: [], new_users: [], veteran_users: [], mentor_id: 'm-2' });
      } else answer([[{ period: '2026-03-01', feedback_count: 1, platform_key: 'evil' }]]);
    }
    const refused = { ok: false, failure: { kind: 'bad-response' } };
    expect(await Promise.all(answers)).toEqual([refused, refused, refused, refused]);
  });

  it('fault 89: takes no cost of the key’s owner for that of the user asked about', async () => {
    const { client, waiting } = clientWith();
    const asked = { startDate: '2026-03-01', endDate: '2026-03-02', mentorId: null };
    const answers = [client.cost(caller, span), client.finances(caller, asked)];
    await settle();
    waiting[0]?.answer({ total_cost: 999, username: 'owner' });
    waiting[1]?.answer({ value: 999, overtime: [], filters: { user_id: 'owner' } });
    const refused = { ok: false, failure: { kind: 'bad-response' } };
    expect(await Promise.all(answers)).toEqual([refused, refused]);
  });

  it('resolves a slug to the mentor’s unique id', async () => {
    const { client, waiting } = clientWith();
    const mentor = client.mentor(caller, 'my-tutor');
    await settle();
    waiting[0]?.answer({ mentor_unique_id: 'm-1', mentor_name: 'Tutor' });
    expect(await mentor).toEqual({ ok: true, value: { mentorId: 'm-1', name: 'Tutor' } });
  });

  it('asks nothing that must not be asked, and finds nothing out by it', async () => {
    const denied: Failure = { kind: 'host-not-allowed', host: 'base.manager.iblai.app' };
    const seen: string[] = [];
    const { client, waiting } = clientWith(undefined, async (url) => {
      seen.push(url.href);
      return denied;
    });
    expect(await client.cost(caller, span)).toEqual({ ok: false, failure: denied });
    expect(waiting).toHaveLength(0);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^https:\/\/base\.manager\.iblai\.app\/api\/ai-analytics\//);
  });
});
