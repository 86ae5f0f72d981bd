// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { inProcessDeps } from '@/demo/fakes/in-process-dependencies';
import { sayEnglish } from '@/utils/cards/fake-figures';
import { kpis } from '@/utils/cards/kpis';
import { figuresShown } from '@/utils/cards/state';
import { cardViews } from '@/utils/cards/view';
import { DAY_MS, HOUR_MS, type Range } from '@/utils/figures/time/range';

const RANGES: Range[] = [
  { kind: 'custom', from: '2026-03-12', to: '2026-03-20', aggregation: 'hourly' },
  { kind: '30d' },
  { kind: '90d' },
];

function start(newUsers: 'registrations' | 'present') {
  const deps = inProcessDeps('1', 'acme', { newUsers });
  const refresh = deps.worker();
  const cohortCalls = () => deps.asked()['user-cohorts-over-time'] ?? 0;
  const shown = async (range: Range) => {
    deps.requests.length = 0;
    await refresh({ ...deps.ask, range, newerThanMs: deps.state.nowMs });
    return figuresShown(deps.cards({ org: 'acme', user: deps.ask.user, range })).cohorts;
  };
  return { ...deps, shown, cohortCalls };
}

describe('whether new users add up', () => {
  it.each(
    RANGES,
  )('is found out over %j: they do where registrations are counted', async (range) => {
    const { shown } = start('registrations');
    const data = await shown(range);
    expect(data?.repeats).toBeUndefined();
    const sum = data?.points
      .filter(({ startMs }) => startMs < data.period.endMs)
      .reduce((total, { newUsers }) => total + (newUsers ?? 0), 0);
    expect(data && kpis({ cohorts: data })['new-users']?.value).toBe(sum);
  });

  it.each(
    RANGES,
  )('is found out over %j: they don’t where those who came are counted', async (range) => {
    const { shown } = start('present');
    const data = await shown(range);
    expect(data?.repeats).toBe(true);
    if (!data) return;
    const { value, peak } = kpis({ cohorts: data })['new-users'] ?? {};
    expect(value).toBeLessThanOrEqual(peak?.value ?? 0);
    expect(cardViews.cohorts.notes(data, sayEnglish, 'en').join()).toContain('counts again');
    expect(cardViews.cohorts.kpis[0]?.perBucket?.(data)).toBe(true);
  });

  it('takes one call a week', async () => {
    const { shown, cohortCalls, state } = start('present');
    await shown({ kind: '30d' });
    expect(cohortCalls()).toBe(3);
    await shown({ kind: '90d' });
    expect(cohortCalls()).toBe(2);
    state.nowMs += HOUR_MS;
    expect((await shown({ kind: '30d' }))?.repeats).toBe(true);
    expect(cohortCalls()).toBe(1);
    state.nowMs += 6 * DAY_MS;
    expect((await shown({ kind: '30d' }))?.repeats).toBe(true);
    expect(cohortCalls()).toBe(2);
    state.nowMs += DAY_MS;
    await shown({ kind: '30d' });
    expect(cohortCalls()).toBe(3);
  });

  it('is not known where nothing tells: then they are taken to add up', async () => {
    const deps = start('present');
    const { reply } = deps.state;
    deps.state.reply = async (url, ...rest) =>
      url.searchParams.get('aggregation') === 'weekly'
        ? new Response('{"detail": "no"}', { status: 403 })
        : reply(url, ...rest);
    expect((await deps.shown({ kind: '30d' }))?.repeats).toBeUndefined();
    deps.state.reply = reply;
    expect((await deps.shown({ kind: '30d' }))?.repeats).toBe(true);
  });
});
