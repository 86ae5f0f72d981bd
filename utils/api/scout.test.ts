import { describe, expect, it } from 'vitest';
import type { Failure } from '@/utils/failure';
import type { Operation } from './operation';
import { createScout } from './scout';
import type { Findings } from './served';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const acme = { baseUrl: 'https://base.manager.iblai.app', org: 'acme' };
const globex = { ...acme, org: 'globex' };
const days = { startDate: '2026-03-01', endDate: '2026-03-02', mentorId: null };
const cost: Operation = { name: 'cost', startMs: 0, endMs: 1, username: 'ada' };
const users: Operation = { name: 'active-users', aggregation: 'daily', ...days };
const registered: Operation = { name: 'registered-users', aggregation: 'daily', ...days };
const ratings: Operation = { name: 'ratings', ...days };
const missing: Failure = { kind: 'not-served' };

function start() {
  const kept = new Map<string, Findings>();
  const clock = { nowMs: 1_000 * DAY_MS };
  const store = {
    read: async ({ baseUrl, org }: typeof acme) => kept.get(`${baseUrl} ${org}`) ?? {},
    write: async ({ baseUrl, org }: typeof acme, findings: Findings) =>
      void kept.set(`${baseUrl} ${org}`, findings),
  };
  const create = (recheck = false) => createScout(store, () => clock.nowMs, { recheck });
  return { create, clock, scout: create() };
}

describe('what a deployment serves', () => {
  it('is asked once a day where it is missing, by organization, and by a test at any time', async () => {
    const { scout, create, clock } = start();
    expect(await scout.enter(acme, cost)).toBe(true);
    await scout.leave(acme, cost, missing);
    clock.nowMs += DAY_MS - 1;
    // A worker that was started anew remembers it all the same.
    expect(await create().enter(acme, cost)).toBe(false);
    expect(await scout.enter(globex, cost)).toBe(true);
    expect(await create(true).enter(acme, cost)).toBe(true);
    clock.nowMs += 1;
    expect(await scout.enter(acme, cost)).toBe(true);
  });

  it('is one thing for two questions of the same operation', async () => {
    const { scout } = start();
    await scout.enter(acme, users);
    await scout.leave(acme, users, missing);
    expect(await scout.enter(acme, registered)).toBe(false);
    expect(await scout.enter(acme, ratings)).toBe(true);
  });

  it('is found out by one request, for whose end the others wait', async () => {
    const { scout } = start();
    expect(await scout.enter(acme, cost)).toBe(true);
    const others = [scout.enter(acme, cost), scout.enter(acme, cost)];
    await scout.leave(acme, cost, missing);
    expect(await Promise.all(others)).toEqual([false, false]);
    expect(await scout.known(acme, 'cost')).toBe('missing');
  });

  it('is not known after an answer that says nothing about it', async () => {
    const { scout } = start();
    for (const kind of ['offline', 'timeout', 'forbidden', 'key-rejected', 'not-found'] as const) {
      await scout.enter(acme, cost);
      await scout.leave(acme, cost, { kind });
      expect(await scout.known(acme, 'cost'), kind).toBeNull();
      expect(await scout.enter(acme, cost), kind).toBe(true);
      await scout.leave(acme, cost, { kind });
    }
  });

  it('is forgotten as a whole when an operation goes: what was missing may be there now', async () => {
    const { scout } = start();
    await scout.enter(acme, cost);
    await scout.leave(acme, cost, missing);
    await scout.enter(acme, ratings);
    await scout.leave(acme, ratings, null);
    expect(await scout.enter(acme, cost)).toBe(false);
    await scout.leave(acme, ratings, missing);
    expect(await scout.enter(acme, cost)).toBe(true);
    expect(await scout.enter(acme, ratings)).toBe(false);
  });

  it('is not believed of a time to come: a clock was turned back', async () => {
    const { scout, clock } = start();
    await scout.leave(acme, cost, missing);
    clock.nowMs -= HOUR_MS;
    expect(await scout.enter(acme, cost)).toBe(true);
  });
});
