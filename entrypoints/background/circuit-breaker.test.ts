import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/failure';
import {
  type BreakerState,
  type BreakerStore,
  createCircuitBreakers,
  stateAfter,
} from './circuit-breaker';

const host = 'base.manager.iblai.app';
const startMs = Date.UTC(2026, 2, 1);
const serverError: Failure = { kind: 'server', status: 503 };
const limited = (untilMs: number): Failure => ({ kind: 'rate-limited', untilMs });

/** A store that outlives workers, and a clock that only tests move. */
function deps() {
  const gates = new Map<string, BreakerState>();
  const rejected = new Set<string>();
  const store: BreakerStore = {
    readHost: async (name) => gates.get(name) ?? null,
    writeHost: async (name, state) => void gates.set(name, state),
    isRejected: async (key) => rejected.has(key),
    setRejected: async (key, on) => void (on ? rejected.add(key) : rejected.delete(key)),
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
  return { clock, worker, rejected, breaker: worker()(host, 'key-1') };
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
    const nextWorker = worker()(host, 'key-1');
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
    const next = worker()(host, 'key-1');
    expect(await next.enter()).toEqual(limited(startMs + 3_600_000));
    expect(await worker()('other.iblai.app', 'key-1').enter()).toBeNull();
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

describe('a rejected key', () => {
  it('fault 16: closes every breaker for that key, not for another', async () => {
    const { breaker, worker, rejected } = deps();
    await breaker.enter();
    await breaker.leave({ kind: 'key-rejected' });
    expect(await breaker.enter()).toEqual({ kind: 'key-rejected' });
    expect(await worker()(host, 'key-1').enter()).toEqual({ kind: 'key-rejected' });
    expect(await worker()(host, 'key-2').enter()).toBeNull();
    rejected.clear();
    expect(await breaker.enter()).toBeNull();
  });

  it('fault 16: a test of the key is let through, and closes nothing', async () => {
    const { worker, rejected } = deps();
    rejected.add('key-1');
    const test = worker()(host, null);
    expect(await test.enter()).toBeNull();
    rejected.clear();
    await test.leave({ kind: 'key-rejected' });
    expect(rejected.size).toBe(0);
  });
});
