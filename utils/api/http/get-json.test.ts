import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CircuitBreaker } from './attempt';
import {
  ask,
  cost,
  fine,
  json,
  key,
  later,
  refusedConnection,
  silence,
  stalled,
  startMs,
  status,
  url,
} from './fake-http';
import { getJson } from './get-json';

beforeEach(() => vi.useFakeTimers({ now: startMs }));
afterEach(() => vi.useRealTimers());

describe('a request', () => {
  it('fault 12, fault 13: follows nowhere, carries no cookie, and its key in one header', async () => {
    const { seen } = await ask([fine]);
    const [request] = seen;
    expect(request).toMatchObject({
      method: 'GET',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      url: url.href,
    });
    expect([...(request?.headers ?? [])]).toEqual([
      ['accept', 'application/json'],
      ['authorization', `Api-Token ${key}`],
    ]);
  });

  it('fault 90: is not made with a key that no header can hold', async () => {
    const breaker: CircuitBreaker = { enter: async () => null, leave: async () => undefined };
    const http = {
      fetch: vi.fn<typeof fetch>(),
      now: Date.now,
      online: () => true,
      backOffMs: () => 0,
    };
    for (const bad of ['a\nb', 'clé', '\u0000']) {
      const result = await getJson(url, `Api-Token ${bad}`, startMs + 1, breaker, http);
      expect(result).toEqual({ ok: false, failure: { kind: 'no-key' } });
    }
    expect(http.fetch).not.toHaveBeenCalled();
  });

  it('tells the server’s clock', async () => {
    const date = 'Sun, 01 Mar 2026 11:00:00 GMT';
    const headers = { 'content-type': 'application/json', date };
    expect((await ask([() => json('{}', { headers })])).servedAtMs).toBe(startMs - 3_600_000);
    expect((await ask([fine])).servedAtMs).toBeNull();
  });
});

describe('the network', () => {
  it('fault 1: offline is said at once, by a single attempt', async () => {
    const { seen, outcome, settledMs } = await ask([refusedConnection], { online: false });
    expect([seen.length, outcome, settledMs]).toEqual([1, { kind: 'offline' }, 0]);
  });

  it('fault 1: a browser that is wrong about being offline is not believed', async () => {
    expect((await ask([fine], { online: false })).outcome).toEqual(cost);
  });

  it('fault 2, fault 3, fault 4, fault 5: no connection: two retries, then offline', async () => {
    const { seen, outcome, left } = await ask([refusedConnection]);
    expect([seen.length, outcome]).toEqual([3, { kind: 'offline' }]);
    expect(left).toEqual(['lost', 'lost', 'lost']);
  });

  it('fault 6: a reset before the headers is retried', async () => {
    const { seen, outcome } = await ask([refusedConnection, fine]);
    expect([seen.length, outcome]).toEqual([2, cost]);
  });

  it('fault 6, fault 19: a wait is kept though the connection is given up meanwhile (HTTP/2 GOAWAY)', async () => {
    const limited = () => status(429, { 'retry-after': '1' });
    const { outcome, seen, settledMs } = await ask([limited, refusedConnection, fine]);
    expect([outcome, seen.length]).toEqual([cost, 3]);
    expect(settledMs).toBe(1300);
  });

  it('fault 8: a stalled body ends with its attempt, and a second attempt may succeed', async () => {
    const once = await ask([stalled, fine]);
    expect([once.seen.length, once.outcome]).toEqual([2, cost]);
    expect(once.settledMs).toBe(6_300);
    const always = await ask([stalled]);
    expect([always.seen.length, always.outcome]).toEqual([3, { kind: 'timeout' }]);
  });

  it('fault 9: 5 s is waited for; 14 s and 45 s time out within the 15 s', async () => {
    expect((await ask([later(5_000, fine)])).outcome).toEqual(cost);
    for (const slow of [later(14_000, fine), later(45_000, fine), silence]) {
      const { outcome, settledMs, left } = await ask([slow]);
      expect(outcome).toEqual({ kind: 'timeout' });
      expect(settledMs).toBeLessThanOrEqual(15_000);
      expect(left).toEqual(['lost', 'lost', 'lost']);
    }
  });

  it('fault 10: one byte a second times out', async () => {
    const drip = () =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 1_000));
            controller.enqueue(new Uint8Array([32]));
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    const { outcome, settledMs } = await ask([drip]);
    expect([outcome, settledMs <= 15_000]).toEqual([{ kind: 'timeout' }, true]);
  });

  it('fault 14: fail, ok, fail: two retries at most', async () => {
    const three = await ask([refusedConnection, () => status(500), fine]);
    expect([three.seen.length, three.outcome]).toEqual([3, cost]);
    const never = await ask([refusedConnection, () => status(500), refusedConnection, fine]);
    expect([never.seen.length, never.outcome]).toEqual([3, { kind: 'offline' }]);
  });
});
