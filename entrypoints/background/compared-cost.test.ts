// @vitest-environment node
import { afterEach, describe, expect, it } from 'vitest';
import { expectedFigures } from '@/demo/expected';
import { demoDeps } from '@/demo/fakes/demo-dependencies';
import { believable, json } from '@/demo/fakes/fake-api';
import { fakeDeps, query } from '@/demo/fakes/worker-dependencies';
import { DAY_MS, HOUR_MS, type Range } from '@/utils/figures/range';

let close = async () => {};
afterEach(() => close());

/** The worker over the demo, and the calls for cost that a refresh of a range makes. */
async function start(range: Range) {
  const deps = await demoDeps('1');
  close = () => deps.demo.close();
  const ask = async () => {
    deps.requests.length = 0;
    await deps.worker()({ ...query, keyOwner: 'ada', range, newerThanMs: deps.state.nowMs - 1 });
    return deps.asked()['user-cost'] ?? 0;
  };
  const compared = () => deps.cards({ range }).cost?.data?.compared;
  const costOf = ({ startMs, endMs }: { startMs: number; endMs: number }) => {
    const who = { orgKey: 'acme', userName: 'ada', mentorId: null };
    const { nowMs } = deps.state;
    return expectedFigures({ ...who, startMs, endMs, nowMs, aggregation: 'daily' }).cost;
  };
  return { ...deps, ask, compared, costOf };
}

describe('the compared cost', () => {
  it.each([
    { kind: '7d' },
    { kind: '30d' },
    { kind: '90d' },
    { kind: 'this-month' },
  ] as const)('of %j is of the days that have ended, and asked once a day', async (range) => {
    const deps = await start(range);
    for (let day = 0; day < 4; day += 1) {
      await deps.ask();
      const compared = deps.compared();
      const data = deps.cards({ range }).cost?.data;
      const midnightMs = Math.floor(deps.state.nowMs / DAY_MS) * DAY_MS;
      expect(compared?.now).toEqual({ startMs: data?.period.startMs, endMs: midnightMs });
      if (!compared) return;
      expect(compared.value).toBeCloseTo(deps.costOf(compared.now), 5);
      expect(compared.preceding).toBeCloseTo(deps.costOf(compared.before), 5);
      deps.state.nowMs += HOUR_MS;
      expect(await deps.ask()).toBe(1);
      expect(deps.compared()).toEqual(compared);
      deps.state.nowMs += DAY_MS - HOUR_MS;
    }
  });

  it('of today is up to the minute, and asked each time', async () => {
    const deps = await start({ kind: 'today' });
    await deps.ask();
    deps.state.nowMs += HOUR_MS;
    expect(await deps.ask()).toBe(2);
    expect(deps.compared()?.now.endMs).toBe(deps.state.nowMs);
    expect(deps.compared()?.before.endMs).toBe(deps.state.nowMs - DAY_MS);
  });

  it.each([
    { kind: '7d' },
    { kind: '30d' },
  ] as const)('of %j is one total on either side where bars don’t add up to it', async (range) => {
    // Each call costs a dollar more than its days.
    const deps = fakeDeps((url) => {
      const days = (name: string) => Date.parse(url.searchParams.get(name) ?? '') / DAY_MS;
      return url.pathname.endsWith('/user-cost/')
        ? json({ total_cost: 1 + days('end_date') - days('start_date') })
        : believable(url);
    });
    await deps.worker()({ ...query, range });
    const days = range.kind === '7d' ? 6 : 29;
    expect(deps.cards({ range }).cost?.data?.compared).toMatchObject({
      value: days + 1,
      preceding: days + 1,
    });
  });
});
