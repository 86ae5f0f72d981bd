// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ANALYTICS, askBoth, DAYS, expected, points, TUTOR } from '../ask-both';

const { demo, read } = askBoth();

const users = z.object({ count: z.number(), change: z.number(), points });

describe('users and ratings', () => {
  it('active: each counted once, by day too', async () => {
    const url = `${ANALYTICS}/users/?metric=active_users&granularity=day&${DAYS}`;
    const { count, points: series } = await read(users, url);
    expect(count).toBe(expected().activeUsers);
    expect(series.map(({ value }) => value)).toEqual(expected().activeByDay);
    const ofTutor = await read(users, `${url}&mentor_unique_id=${TUTOR}`);
    expect(ofTutor.count).toBe(expected({ mentorId: TUTOR }).activeUsers);
  });

  it('registered: all so far, or the new ones of each day', async () => {
    const url = `${ANALYTICS}/users/?metric=registered_users&granularity=day&${DAYS}`;
    const { count, points: totals } = await read(users, url);
    expect(totals.at(-1)?.value).toBe(count);
    demo().control.behaviour.registered = 'new';
    const { points: news } = await read(users, url);
    const sum = news.reduce((total, { value }) => total + value, 0);
    expect(sum).toBe(count - (totals[0]?.value ?? 0) + (news[0]?.value ?? 0));
    expect(sum).toBeGreaterThan(10);
  });

  it('rated: the average of the days that have one', async () => {
    const url = `${ANALYTICS}/ratings/?granularity=day&${DAYS}`;
    const { points: series } = await read(z.object({ points }), url);
    const wanted = expected().ratingByDay.filter((value) => value !== null);
    expect(series.map(({ value }) => value)).toEqual(wanted);
    expect(wanted.every((value) => value >= 1 && value <= 5)).toBe(true);
  });
});
