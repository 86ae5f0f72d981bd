import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/failure';
import type { KeyUse, StoredRefusal } from '@/utils/store/snapshots/breakers';
import { type BreakerState, stateAfter } from './breaker-state';
import { type BreakerStore, createCircuitBreakers } from './circuit-breaker';

const host = 'base.manager.iblai.app';
const startMs = Date.UTC(2026, 2, 1);
const serverError: Failure = { kind: 'server', status: 503 };
const use = (over: Partial<KeyUse> = {}): KeyUse => ({
  keyFingerprint: 'key-1',
  baseUrl: `https://${host}`,
  org: 'acme',
  pathUser: 'ada',
  user: 'ada',
  ...over,
});
const limited = (untilMs: number): Failure => ({ kind: 'rate-limited', untilMs });

/** A store that outlives workers, and a clock that only tests move. */
function deps() {
  const breakers = new Map<string, BreakerState>();
  const limits = new Map<string, number>();
  const refusals = new Map<string, StoredRefusal>();
  const store: BreakerStore = {
    readHost: async (name) => breakers.get(name) ?? null,
    writeHost: async (name, state) => void breakers.set(name, state),
    readLimit: async (name, key) => limits.get(name + key) ?? 0,
    writeLimit: async (name, key, untilMs) => void limits.set(name + key, untilMs),
    readRefusal: async (one) => refusals.get(JSON.stringify(one)) ?? null,
    writeRefusal: async (one, refusal) =>
      void (refusal
        ? refusals.set(JSON.stringify(one), refusal)
        : refusals.delete(JSON.stringify(one))),
  };
  const clock = { nowMs: startMs, slept: [] as number[] };
  const worker = () =>
    createCircuitBreakers(
      store,
      () => clock.nowMs,
      async (ms) => {
        clock.slept.push(ms);
        clock.nowMs += ms;
      },
    );
  return { clock, worker, refusals, breaker: worker()(host, use()) };
}

/** True while the promise has not settled after everything that was ready has run. */
async function waits(promise: Promise<unknown>) {
  const pending = Symbol('pending');
  const turn = new Promise((resolve) => setTimeout(resolve, 0, pending));
  return (await Promise.race([promise, turn])) === pending;
}

describe('the breaker', () => {
  it('fault 23: opens after five server errors in a row, then lets one probe in after 30 s', async () => {
    const { clock, breaker, worker } = deps();
    for (let i = 0; i < 5; i++) {
      expect(await breaker.enter()).toBeNull();
      await breaker.leave(serverError);
    }
    expect(await breaker.enter()).toEqual(serverError);
    const nextWorker = worker()(host, use());
    expect(await nextWorker.enter()).toEqual(serverError);
    clock.nowMs += 30_000;
    expect(await nextWorker.enter()).toBeNull();
    const second = nextWorker.enter();
    expect(await waits(second)).toBe(true);
    await nextWorker.leave(serverError);
    expect(await second).toEqual(serverError);
  });

  it('fault 23: a probe that is answered lets everybody in', async () => {
    const { clock, breaker } = deps();
    for (let i = 0; i < 5; i++) await breaker.enter().then(() => breaker.leave(serverError));
    clock.nowMs += 30_000;
    await breaker.enter();
    const others = [breaker.enter(), breaker.enter()];
    await breaker.leave(null);
    expect(await Promise.all(others)).toEqual([null, null]);
  });

  it('fault 23: five requests are made in all, however many want to at once', async () => {
    const { breaker } = deps();
    let made = 0;
    const attempt = async () => {
      const closed = await breaker.enter();
      if (closed !== null) return closed;
      made++;
      await new Promise((resolve) => setTimeout(resolve, 0));
      await breaker.leave(serverError);
      return attempt();
    };
    expect(await Promise.all([1, 2, 3, 4].map(attempt))).toEqual(Array(4).fill(serverError));
    expect(made).toBe(5);
  });

  it('fault 22: failures of requests that were on their way together open it with the next one', async () => {
    const { worker } = deps();
    const breakerOf = worker();
    const together = Array.from({ length: 12 }, () => breakerOf(host, use()));
    for (const breaker of together) expect(await breaker.enter()).toBeNull();
    for (const breaker of together) await breaker.leave(serverError);
    const next = breakerOf(host, use());
    expect(await next.enter()).toBeNull();
    await next.leave(serverError);
    expect(await breakerOf(host, use()).enter()).toEqual(serverError);
  });

  it('fault 14, fault 22: failures that answers come between never open it', async () => {
    const { breaker } = deps();
    for (const outcome of Array(12).fill([serverError, serverError, null]).flat()) {
      expect(await breaker.enter()).toBeNull();
      await breaker.leave(outcome);
    }
  });

  it('fault 6: a lost connection says nothing about the server', () => {
    const state = { notBeforeMs: 0, failures: 4, openUntilMs: 0, status: 500 };
    for (const outcome of ['lost', { kind: 'timeout' }, { kind: 'offline' }] as const) {
      expect(stateAfter(state, outcome, startMs)).toBe(state);
    }
    expect(stateAfter(state, { kind: 'forbidden' }, startMs).failures).toBe(0);
  });
});

describe('a rate limit', () => {
  it('fault 20: is obeyed by the next worker until its time has come', async () => {
    const { clock, breaker, worker } = deps();
    await breaker.enter();
    await breaker.leave(limited(startMs + 3_600_000));
    const next = worker()(host, use());
    expect(await next.enter()).toEqual(limited(startMs + 3_600_000));
    expect(await worker()('other.iblai.app', use()).enter()).toBeNull();
    clock.nowMs += 3_600_000;
    expect(await next.enter()).toBeNull();
  });

  it('fault 19: a short one is waited for by everybody', async () => {
    const { clock, breaker } = deps();
    await breaker.enter();
    await breaker.leave(limited(startMs + 1_000));
    expect(await breaker.enter()).toBeNull();
    expect(clock.slept).toEqual([1_000]);
  });

  it('fault 52: one that a clock turned back has put days away is void', async () => {
    const { clock, breaker } = deps();
    await breaker.enter();
    await breaker.leave(limited(startMs + 60_000));
    clock.nowMs -= 2 * 86_400_000;
    expect(await breaker.enter()).toBeNull();
    await breaker.leave(limited(clock.nowMs + 60_000));
    expect(await breaker.enter()).toEqual(limited(clock.nowMs + 60_000));
  });
});

describe('a rate limit of one key', () => {
  it('fault 20: blocks no other key on the same host', async () => {
    const { breaker, worker } = deps();
    await breaker.enter();
    await breaker.leave(limited(startMs + 3_600_000));
    const next = worker();
    expect(await next(host, use()).enter()).toEqual(limited(startMs + 3_600_000));
    expect(await next(host, use({ keyFingerprint: 'key-2' })).enter()).toBeNull();
    expect(await next(host, use(), { recheck: true }).enter()).not.toBeNull();
  });

  it('fault 23: maintenance keeps every key out until its time', async () => {
    const { clock, breaker, worker } = deps();
    const down: Failure = { kind: 'unavailable', untilMs: startMs + 600_000 };
    await breaker.enter();
    await breaker.leave(down);
    const other = worker()(host, use({ keyFingerprint: 'key-2' }));
    expect(await other.enter()).toEqual(down);
    clock.nowMs += 600_000;
    expect(await other.enter()).toBeNull();
  });
});

const rejected: Failure = { kind: 'key-rejected' };

describe('a rejected key', () => {
  it('fault 16: closes every breaker for that key, not for another', async () => {
    const { breaker, worker, refusals } = deps();
    await breaker.enter();
    await breaker.leave({ kind: 'key-rejected' });
    expect(await breaker.enter()).toEqual({ kind: 'key-rejected' });
    expect(await worker()(host, use()).enter()).toEqual({ kind: 'key-rejected' });
    expect(await worker()(host, use({ keyFingerprint: 'key-2' })).enter()).toBeNull();
    refusals.clear();
    expect(await breaker.enter()).toBeNull();
  });

  it('fault 16: is refused as it was used, not for other people and organizations', async () => {
    const { breaker, worker } = deps();
    await breaker.enter();
    await breaker.leave(rejected);
    const next = worker();
    for (const over of [{ user: 'eve' }, { pathUser: 'eve' }, { org: 'globex' }]) {
      expect(await next(host, use(over)).enter()).toBeNull();
    }
    expect(await next(host, use()).enter()).toEqual(rejected);
  });

  it('fault 16: is tried once more after five minutes, by one request, and then never', async () => {
    const { clock, worker, refusals } = deps();
    const breakerOf = worker();
    const [one, other] = [breakerOf(host, use()), breakerOf(host, use())];
    // Requests that run at the same time are refused together, which counts as one refusal.
    await Promise.all([one.enter(), other.enter()]);
    await Promise.all([one.leave(rejected), other.leave(rejected)]);
    clock.nowMs += 5 * 60_000 - 1;
    expect(await one.enter()).toEqual(rejected);
    clock.nowMs += 1;
    expect(await one.enter()).toBeNull();
    const second = other.enter();
    expect(await waits(second)).toBe(true);
    await one.leave(rejected);
    expect(await second).toEqual(rejected);
    clock.nowMs += 24 * 3_600_000;
    expect(await one.enter()).toEqual(rejected);
    expect([...refusals.values()]).toEqual([{ atMs: startMs + 5 * 60_000, final: true }]);
  });

  it('fault 16: that was refused in passing heals by itself', async () => {
    const { clock, breaker, refusals } = deps();
    await breaker.enter();
    await breaker.leave(rejected);
    clock.nowMs += 5 * 60_000;
    // Neither a lost connection nor a missing path says anything about the key.
    for (const outcome of ['lost', { kind: 'not-served' }] as const) {
      expect(await breaker.enter()).toBeNull();
      await breaker.leave(outcome);
      expect(refusals.size).toBe(1);
    }
    expect(await breaker.enter()).toBeNull();
    await breaker.leave(null);
    expect(refusals.size).toBe(0);
  });

  it('fault 16: a test of the key is let through, and closes nothing', async () => {
    const { worker, refusals } = deps();
    refusals.set(JSON.stringify(use()), { atMs: startMs, final: true });
    const test = worker()(host, use(), { recheck: true });
    expect(await test.enter()).toBeNull();
    refusals.clear();
    await test.leave({ kind: 'key-rejected' });
    expect(refusals.size).toBe(0);
  });
});
