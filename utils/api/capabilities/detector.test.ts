import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/failure';
import { classifyResponse } from '../http/classify';
import type { Operation } from '../operation';
import type { Capabilities } from './capabilities';
import { createCapabilityDetector } from './detector';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const acme = { baseUrl: 'https://base.manager.iblai.app', org: 'acme', keyFingerprint: 'f1' };
const globex = { ...acme, org: 'globex' };
const days = { startDate: '2026-03-01', endDate: '2026-03-02', mentorId: null };
const cost: Operation = { name: 'cost', startMs: 0, endMs: 1, username: 'ada' };
const users: Operation = { name: 'active-users', aggregation: 'daily', ...days };
const registered: Operation = { name: 'registered-users', aggregation: 'daily', ...days };
const ratings: Operation = { name: 'ratings', ...days };
const missing: Failure = { kind: 'not-served' };
/** A 404 that says neither whether the operation nor whether the person is missing. */
const unclear = classifyResponse(new Response('', { status: 404 }), '{"detail": "Not found."}', 0);

function start() {
  const kept = new Map<string, Capabilities>();
  const clock = { nowMs: 1_000 * DAY_MS };
  const store = {
    read: async ({ baseUrl, org }: typeof acme) => kept.get(`${baseUrl} ${org}`) ?? {},
    write: async ({ baseUrl, org }: typeof acme, capabilities: Capabilities) =>
      void kept.set(`${baseUrl} ${org}`, capabilities),
  };
  const create = (recheck = false) =>
    createCapabilityDetector(store, () => clock.nowMs, { recheck });
  return { create, clock, detector: create() };
}

describe('what a deployment serves', () => {
  it('is asked once a week where it is missing, by organization, and by a test at any time', async () => {
    const { detector, create, clock } = start();
    for (const deployment of [acme, globex]) await detector.leave(deployment, ratings, null);
    expect(await detector.enter(acme, cost)).toBe(true);
    await detector.leave(acme, cost, missing);
    clock.nowMs += 6 * DAY_MS;
    await detector.leave(acme, ratings, null);
    clock.nowMs += DAY_MS - 1;
    // A new worker still knows it.
    expect(await create().enter(acme, cost)).toBe(false);
    expect(await detector.enter(globex, cost)).toBe(true);
    expect(await create(true).enter(acme, cost)).toBe(true);
    clock.nowMs += 1;
    expect(await detector.enter(acme, cost)).toBe(true);
  });

  it('is one thing for two questions of the same operation', async () => {
    const { detector } = start();
    await detector.enter(acme, users);
    await detector.leave(acme, users, missing);
    expect(await detector.enter(acme, registered)).toBe(false);
    expect(await detector.enter(acme, ratings)).toBe(true);
  });

  it('is found out by one request, for whose end the others wait', async () => {
    const { detector } = start();
    expect(await detector.enter(acme, cost)).toBe(true);
    const others = [detector.enter(acme, cost), detector.enter(acme, cost)];
    await detector.leave(acme, cost, missing);
    expect(await Promise.all(others)).toEqual([false, false]);
    expect(await detector.known(acme, 'cost')).toBe('missing');
  });

  it('is not known after an answer that says nothing about it', async () => {
    const { detector } = start();
    for (const kind of ['offline', 'timeout', 'forbidden', 'key-rejected', 'not-found'] as const) {
      await detector.enter(acme, cost);
      await detector.leave(acme, cost, { kind });
      expect(await detector.known(acme, 'cost'), kind).toBeNull();
      expect(await detector.enter(acme, cost), kind).toBe(true);
      await detector.leave(acme, cost, { kind });
    }
  });

  it('is forgotten as a whole when an operation goes: what was missing may be there now', async () => {
    const { detector } = start();
    await detector.enter(acme, cost);
    await detector.leave(acme, cost, missing);
    await detector.enter(acme, ratings);
    await detector.leave(acme, ratings, null);
    expect(await detector.enter(acme, cost)).toBe(false);
    await detector.leave(acme, ratings, missing);
    expect(await detector.enter(acme, cost)).toBe(true);
    expect(await detector.enter(acme, ratings)).toBe(false);
  });

  it('is not believed of a time to come: a clock was turned back', async () => {
    const { detector, clock } = start();
    await detector.leave(acme, cost, missing);
    clock.nowMs -= HOUR_MS;
    expect(await detector.enter(acme, cost)).toBe(true);
  });
});

describe('an operation that was served', () => {
  const MINUTE_MS = 60_000;

  it('is asked again soon where it is missing, and later each time', async () => {
    const { detector, clock } = start();
    await detector.leave(acme, cost, null);
    await detector.leave(acme, ratings, null);
    // One after the other, as all answers come of a deployment that restarts.
    await detector.leave(acme, cost, missing);
    await detector.leave(acme, ratings, missing);
    for (const minutes of [5, 5, 10, 20, 40, 80]) {
      clock.nowMs += minutes * MINUTE_MS - 1;
      expect(await detector.enter(acme, cost)).toBe(false);
      expect(await detector.enter(acme, ratings)).toBe(false);
      clock.nowMs += 1;
      expect(await detector.enter(acme, cost)).toBe(true);
      expect(await detector.enter(acme, ratings)).toBe(true);
      await detector.leave(acme, cost, missing);
      await detector.leave(acme, ratings, missing);
    }
    clock.nowMs += 7 * DAY_MS;
    await detector.leave(acme, cost, null);
    expect(await detector.enter(acme, cost)).toBe(true);
  });

  it('is asked again by a click, once', async () => {
    const { detector, clock } = start();
    await detector.leave(acme, cost, null);
    await detector.leave(acme, cost, missing);
    await detector.leave(acme, users, missing);
    clock.nowMs += 1000;
    const clicked = { ...acme, newerThanMs: clock.nowMs };
    expect(await detector.enter(clicked, cost)).toBe(true);
    await detector.leave(clicked, cost, missing);
    expect(await detector.enter(clicked, cost)).toBe(false);
    // What was never served is not what went away.
    await detector.leave(acme, ratings, null);
    clock.nowMs += 1000;
    expect(await detector.enter({ ...acme, newerThanMs: clock.nowMs }, users)).toBe(false);
  });

  it('stays served to others where one person is not found', async () => {
    const { detector, clock } = start();
    await detector.leave(acme, cost, null);
    await detector.leave(acme, ratings, null);
    clock.nowMs += 2 * HOUR_MS;
    await detector.leave(acme, cost, unclear);
    expect(await detector.known(acme, 'cost')).toBe('served');
    expect(await detector.known(acme, 'ratings')).toBe('served');
    // Nor is it believed to be missing where that was doubted before.
    await detector.leave(acme, cost, missing);
    await detector.leave(acme, cost, unclear);
    clock.nowMs += 5 * MINUTE_MS;
    expect(await detector.enter(acme, cost)).toBe(true);
  });
});

it('a deployment of which nothing answers is asked again soon, and then anew', async () => {
  const { detector, clock } = start();
  await detector.leave(acme, cost, missing);
  await detector.leave(acme, ratings, missing);
  clock.nowMs += 5 * 60_000;
  expect(await detector.enter(acme, cost)).toBe(true);
  await detector.leave(acme, cost, null);
  expect(await detector.enter(acme, ratings)).toBe(true);
});
