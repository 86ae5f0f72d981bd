// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedGen2 } from '@/demo/expected/gen2';
import { demoDeps } from '@/demo/fakes/demo-dependencies';
import { query, startMs } from '@/demo/fakes/worker-dependencies';
import type { Generation } from '@/demo/server/control';
import type { SpentOn } from '@/utils/figures/cost-shares';
import { periodOf } from '@/utils/figures/time/period';
import { costBreakdown } from './breakdown';

const period = periodOf({ kind: '30d' }, startMs);
const { cost, costByModel, costByMentor } = expectedGen2({
  orgKey: 'acme',
  userName: 'ada',
  startMs: period.startMs,
  endMs: period.endMs,
  nowMs: startMs,
});

let deps: Awaited<ReturnType<typeof demoDeps>>;
afterEach(() => deps.demo.close());

async function breakdown(
  generation: Generation,
  by: SpentOn,
  keyFingerprint = 'key-1',
  mentorId: string | null = query.mentorId,
) {
  deps = await demoDeps(generation);
  const now = () => deps.state.nowMs;
  const { baseUrl, org, user } = query;
  const identity = { baseUrl, org, user, mentorId, keyFingerprint };
  const { readKey } = deps;
  const surroundings = {
    client: deps.client(),
    now,
    readKey,
    checkAccess: async () => deps.state.denied,
  };
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

  it('is by person that of everybody, with one mentor where that is asked', async () => {
    const tutor = MENTORS[0]?.id ?? '';
    for (const mentorId of [null, tutor]) {
      const answer = await breakdown('2', 'person', 'key-1', mentorId);
      const sum = answer.ok ? answer.value.shares.reduce((all, { cost }) => all + cost, 0) : 0;
      const whole = { orgKey: 'acme', startMs: period.startMs, endMs: period.endMs };
      const expected = expectedGen2({ ...whole, nowMs: startMs, ...(mentorId && { mentorId }) });
      expect(sum + (answer.ok ? answer.value.rest : 0)).toBeCloseTo(expected.cost, 6);
      expect(answer).toMatchObject({ value: { whose: mentorId ? 'mentor' : 'organization' } });
      await deps.demo.close();
    }
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
    expect(deps.requests).toEqual([]);
  });
});
