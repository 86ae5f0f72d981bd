// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DAY_MS } from '../../data/people';
import { ANALYTICS, askBoth, DAYS, expected, points, START_MS, TUTOR } from '../ask-both';

const { demo, get, read } = askBoth();

const finance = z.object({
  value: z.coerce.number(),
  percentage_change: z.nullable(z.number()),
  overtime: points,
  period_info: z.object({ period_days: z.number(), start_date: z.string() }),
  comparison_info: z.object({ previous_period_value: z.optional(z.coerce.number()) }),
});

describe('costs', () => {
  it.each(['text', 'number'] as const)('add up, as %s', async (amounts) => {
    demo().control.behaviour.amounts = amounts;
    const url = `${ANALYTICS}/financial/?metric=total_costs&username=ada&comparison_days=20&${DAYS}`;
    const { value, overtime, ...rest } = await read(finance, url);
    const { cost, costByDay } = expected({ userName: 'ada' });
    expect(value).toBe(cost);
    expect(overtime.map((point) => point.value)).toEqual(costByDay);
    expect(costByDay).toHaveLength(20);
    expect(rest.period_info).toEqual({ period_days: 20, start_date: '2026-03-01' });
    const startMs = START_MS - 20 * DAY_MS;
    const before = expected({ userName: 'ada', startMs, endMs: START_MS }).cost;
    expect(rest.comparison_info.previous_period_value).toBe(before);
    expect(rest.percentage_change).toBeCloseTo((100 * (cost - before)) / before, 0);
    const raw = (await get(url)).json;
    expect(raw).toHaveProperty('value', amounts === 'text' ? cost.toFixed(5) : cost);
  });

  it('are filtered, and without comparison unless asked', async () => {
    const url = `${ANALYTICS}/financial/?metric=total_costs&mentor_unique_id=${TUTOR}&${DAYS}`;
    const { value, percentage_change, comparison_info } = await read(finance, url);
    expect(value).toBe(expected({ mentorId: TUTOR }).cost);
    expect([percentage_change, comparison_info]).toEqual([null, {}]);
    const google = await read(finance, `${url}&provider=google&show_overtime=false`);
    expect(google.value).toBe(expected({ mentorId: TUTOR }).costByProvider.google);
    expect(google.overtime).toEqual([]);
  });

  it('are of today, this week or this month unless days are named', async () => {
    const since = async (metric: string) =>
      (await read(finance, `${ANALYTICS}/financial/?metric=${metric}`)).period_info.start_date;
    expect(await since('total_costs')).toBe('2026-03-20');
    expect(await since('weekly_costs')).toBe('2026-03-16');
    expect(await since('monthly_costs')).toBe('2026-03-01');
  });

  it('stop at now, whatever comes after, and leave no gap', async () => {
    const days = 'date_filter=custom&start_date=2026-03-19&end_date=2026-03-25';
    const url = `${ANALYTICS}/financial/?metric=total_costs&${days}`;
    const { overtime, period_info } = await read(finance, url);
    expect(overtime.map(({ date }) => date)).toEqual(['2026-03-19', '2026-03-20']);
    expect(period_info.period_days).toBe(7);
  });

  it('of days without any are nothing, or those of the day before', async () => {
    const url = `${ANALYTICS}/financial/?metric=total_costs&username=ada&provider=google&${DAYS}`;
    const zero = (await read(finance, url)).overtime;
    const filled = (await read(finance, `${url}&fill_method=previous`)).overtime;
    let previous = 0;
    const wanted = zero.map(({ date, value }) => {
      previous = value || previous;
      return { date, value: previous };
    });
    expect(zero.some(({ value }, day) => value === 0 && zero[day - 1]?.value)).toBe(true);
    expect(filled).toEqual(wanted);
  });

  it('come in months, the first days of which name them', async () => {
    const url = `${ANALYTICS}/financial/?metric=total_costs&date_filter=90d&granularity=month`;
    const { overtime } = await read(finance, url);
    const months = ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];
    expect(overtime.map(({ date }) => date)).toEqual(months);
  });
});
