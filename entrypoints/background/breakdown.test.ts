// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import type { Generation } from '@/demo/control';
import { expectedSecond } from '@/demo/expected-second';
import { periodOf } from '@/utils/analytics/period';
import { eitherSource } from '@/utils/api/either';
import { createScout } from '@/utils/api/scout';
import { costBreakdown } from './breakdown';
import { demoWorld } from './demo-world';
import { query, startMs } from './fake-world';

const period = periodOf({ kind: '30d' }, startMs);
const { cost, costByModel, costByMentor } = expectedSecond({
  orgKey: 'acme',
  userName: 'ada',
  startMs: period.startMs,
  endMs: period.endMs,
  nowMs: startMs,
});

let world: Awaited<ReturnType<typeof demoWorld>>;
afterEach(() => world.demo.close());

async function breakdown(generation: Generation, by: 'model' | 'mentor', keyFingerprint = 'key-1') {
  world = await demoWorld(generation);
  const now = () => world.state.nowMs;
  const source = eitherSource(
    world.client(),
    world.servedStore,
    createScout(world.servedStore, now),
  );
  const { baseUrl, org, user, mentorId } = query;
  const identity = { baseUrl, org, user, mentorId, keyFingerprint };
  const { readKey } = world;
  const surroundings = { source, now, readKey, checkAccess: async () => world.state.denied };
  return costBreakdown(surroundings, { identity, period, by, keyOwner: null });
}

describe('what a cost was spent on', () => {
  it.each([
    '2',
    'both',
  ] as const)('is the person’s with %s, exact and whole', async (generation) => {
    const answer = await breakdown(generation, 'model');
    const shares = answer.ok ? answer.value.shares : [];
    expect(Object.fromEntries(shares.map((share) => [share.name, share.cost]))).toEqual(
      costByModel,
    );
    const sum = shares.reduce((micros, share) => micros + Math.round(share.cost * 1e6), 0) / 1e6;
    expect(sum).toBe(cost);
    expect(answer).toMatchObject({ value: { whose: 'user', rest: 0, more: false } });
    const amounts = shares.map((share) => share.cost);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
  });

  it('is told by the mentors’ names', async () => {
    const answer = await breakdown('2', 'mentor');
    const shares = answer.ok ? answer.value.shares : [];
    expect(shares.map((share) => share.cost).toSorted()).toEqual(
      Object.values(costByMentor).toSorted(),
    );
    expect(shares.some(({ name }) => name === 'Calculus Tutor')).toBe(true);
  });

  it('is the organization’s with the first generation alone, and says so', async () => {
    expect(await breakdown('1', 'mentor')).toMatchObject({ value: { whose: 'organization' } });
  });

  it('is not served by a deployment with neither', async () => {
    const answer = await breakdown('neither', 'model');
    expect(answer).toEqual({ ok: false, failure: { kind: 'not-served' } });
  });

  it('is asked with no key but that of the figures shown', async () => {
    const answer = await breakdown('2', 'model', 'another key');
    expect(answer).toEqual({ ok: false, failure: { kind: 'no-key' } });
    expect(world.requests).toEqual([]);
  });
});
