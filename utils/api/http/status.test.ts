import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '@/utils/failure';
import { ask, cost, fine, json, startMs, status } from './fake-http';

beforeEach(() => vi.useFakeTimers({ now: startMs }));
afterEach(() => vi.useRealTimers());

describe('the status', () => {
  it.each([
    [16, 401, { kind: 'key-rejected' }],
    [17, 402, { kind: 'out-of-credit' }],
    [17, 403, { kind: 'forbidden' }],
    [18, 404, { kind: 'not-served' }],
    [18, 410, { kind: 'not-served' }],
    [15, 407, { kind: 'offline' }],
    [9, 408, { kind: 'timeout' }],
    [12, 302, { kind: 'redirected' }],
    [17, 400, { kind: 'bad-request', status: 400 }],
    [17, 422, { kind: 'bad-request', status: 422 }],
    [24, 204, { kind: 'bad-response' }],
    [25, 206, { kind: 'bad-response' }],
  ])('fault %i: %i is said at once', async (_, code, failure) => {
    const { seen, outcome, left } = await ask([() => new Response(null, { status: code })]);
    expect([seen.length, outcome, left]).toEqual([1, failure, [failure]]);
  });

  it('fault 16: a refused key is recognized behind a 403 too', async () => {
    const refused = (detail: string) => () => status(403, {}, JSON.stringify({ detail }));
    expect((await ask([refused('Invalid token.')])).outcome).toEqual({ kind: 'key-rejected' });
    expect((await ask([refused('Not an administrator.')])).outcome).toEqual({ kind: 'forbidden' });
    expect((await ask([() => status(403, {}, '<html>')])).outcome).toEqual({ kind: 'forbidden' });
  });

  it.each([
    401, 403,
  ])('a key that never arrived is told from one that is refused, at %i', async (code) => {
    const detail = 'Authentication credentials were not provided.';
    const { seen, outcome, left } = await ask([() => status(code, {}, JSON.stringify({ detail }))]);
    expect([seen.length, outcome]).toEqual([1, { kind: 'key-unseen' }]);
    // None of these failures stops all requests until the key is saved again.
    expect(left).toEqual([{ kind: 'key-unseen' }]);
  });

  it.each([
    '',
    '<html>',
    '{"detail": 5}',
    '[]',
    '{"detail": "Invalid token."}',
  ])('fault 16: a key is refused at 401, whatever is said beside it: %s', async (body) => {
    expect((await ask([() => status(401, {}, body)])).outcome).toEqual({ kind: 'key-rejected' });
  });

  it('fault 19: 429 for a second is waited out', async () => {
    const { seen, outcome, settledMs } = await ask([
      () => status(429, { 'retry-after': '1' }),
      fine,
    ]);
    expect([seen.length, outcome, settledMs]).toEqual([2, cost, 1_000]);
  });

  it('fault 20, fault 21: 429 for longer, or for nobody knows how long, is told at once', async () => {
    const until = (ms: number) => ({ kind: 'rate-limited', untilMs: startMs + ms });
    const hour = await ask([() => status(429, { 'retry-after': '3600' })]);
    expect([hour.seen.length, hour.outcome, hour.left]).toEqual([
      1,
      until(3_600_000),
      [until(3_600_000)],
    ]);
    for (const header of [{}, { 'retry-after': '-1' }, { 'retry-after': 'soon' }]) {
      expect((await ask([() => status(429, header)])).outcome).toEqual(until(30_000));
    }
  });

  it('fault 21: 429 that names a past date is asked twice more, not for ever', async () => {
    const past = () => status(429, { 'retry-after': 'Fri, 06 Nov 1998 08:49:37 GMT' });
    expect((await ask([past])).seen).toHaveLength(3);
  });

  it.each([500, 502, 503, 504])('fault 22: %i once goes unnoticed', async (code) => {
    const { seen, outcome } = await ask([() => status(code, {}, '<html>'), fine]);
    expect([seen.length, outcome]).toEqual([2, cost]);
  });

  it('fault 21: 503 that names a time is told with it, a short one is waited out', async () => {
    const down = (seconds: string) => () => status(503, { 'retry-after': seconds });
    const long = await ask([down('600'), fine]);
    expect([long.seen.length, long.outcome]).toEqual([
      1,
      { kind: 'unavailable', untilMs: startMs + 600_000 },
    ]);
    const short = await ask([down('2'), fine]);
    expect([short.seen.length, short.outcome, short.settledMs]).toEqual([2, cost, 2_000]);
    expect((await ask([down('soon'), fine])).outcome).toEqual(cost);
  });

  it('fault 21: a date is counted from the server’s own clock, which may be hours off', async () => {
    const { outcome } = await ask([
      () =>
        status(429, {
          date: 'Sun, 01 Mar 2026 09:00:00 GMT',
          'retry-after': 'Sun, 01 Mar 2026 09:10:00 GMT',
        }),
    ]);
    expect(outcome).toEqual({ kind: 'rate-limited', untilMs: startMs + 600_000 });
  });

  it('fault 12: a redirect is told as one, as browsers hide it: without a status', async () => {
    const hidden = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    const { seen, outcome } = await ask([() => hidden]);
    expect([seen.length, outcome]).toEqual([1, { kind: 'redirected' }]);
  });

  it('fault 23: 500 for ever is said with its number', async () => {
    const { seen, outcome } = await ask([() => status(500)]);
    expect([seen.length, outcome]).toEqual([3, { kind: 'server', status: 500 }]);
  });

  it('fault 23: a closed breaker ends the retries', async () => {
    const failure: Failure = { kind: 'server', status: 500 };
    const { seen, outcome } = await ask([fine], { breaker: { enter: async () => failure } });
    expect([seen.length, outcome]).toEqual([0, failure]);
  });
});

describe('the body', () => {
  const bad = { kind: 'bad-response' };
  it.each([
    [31, 'truncated', '{"total_cost":'],
    [31, 'with NaN', '{"total_cost":NaN}'],
    [31, 'empty', ''],
    [11, 'a portal’s page', '<html>Sign in'],
  ])('fault %i: JSON %s is refused', async (_, __, body) => {
    expect((await ask([() => json(body)])).outcome).toEqual(bad);
  });

  it('fault 31: a byte order mark is no fault', async () => {
    expect((await ask([() => json('\ufeff{"total_cost":1}')])).outcome).toEqual(cost);
  });

  it.each([
    'text/html',
    'text/plain',
    'application/octet-stream',
    'application/jsonp',
    '',
  ])('fault 11, fault 26: content type %j is refused', async (type) => {
    const reply = () => status(200, { 'content-type': type }, '{"total_cost":1}');
    expect((await ask([reply])).outcome).toEqual(bad);
  });

  it.each([
    'application/json; charset=utf-8',
    'application/problem+json',
    'Application/JSON',
  ])('accepts content type %s', async (type) => {
    const reply = () => status(200, { 'content-type': type }, '{"total_cost":1}');
    expect((await ask([reply])).outcome).toEqual(cost);
  });
});
