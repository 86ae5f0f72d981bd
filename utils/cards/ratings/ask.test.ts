// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedConversations } from '@/demo/expected/conversations';
import { expectedGen2 } from '@/demo/expected/gen2';
import { askCard } from '@/demo/fakes/ask-card';
import { startMs as nowMs } from '@/demo/fakes/worker-dependencies';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { ratingsView } from './view';

const tutor = MENTORS[0]?.id ?? '';
const wantedOf = (period: { startMs: number; endMs: number }, mentorId: string | null) => ({
  ...{ orgKey: 'acme', nowMs, startMs: period.startMs, endMs: period.endMs },
  ...(mentorId ? { mentorId } : {}),
});

describe('ratings', () => {
  it.each([
    null,
    tutor,
  ])('are those of the demo’s visits day by day, of agent %s', async (mentorId) => {
    const { data, period, asked } = await askCard('ratings', { generation: '2', mentorId });
    const { ratingByDay } = expectedGen2(wantedOf(period, mentorId));
    expect(data?.points.map(({ rating }) => rating)).toEqual(ratingByDay);
    expect([data?.counted, asked]).toEqual([undefined, ['ratings 200']]);
  });

  it.each([
    '7d',
    '90d',
  ] as const)('count each rating once where a deployment tells how many: %s', async (kind) => {
    const behaviour = { ratingCounts: true };
    const { data, period } = await askCard('ratings', {
      ...{ generation: '2', range: { kind }, behaviour },
    });
    const { rating, rated } = expectedConversations(wantedOf(period, null));
    expect(data?.counted?.rated).toBe(rated);
    expect(data?.counted?.average).toBeCloseTo(rating ?? 0, 9);
    const { before, preceding } = data?.compared ?? {};
    expect(before?.startMs).toBe(precedingPeriod(period).startMs);
    // As many days as have ended, of those where somebody rated on both.
    const known = before && expectedConversations(wantedOf(before, null));
    expect(preceding).toBeCloseTo(known?.rating ?? 0, 9);
    const counts = data?.points.map((point) => point.rated ?? 0) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rated);
  });

  it('are counted by the first generation where that is served too, of all agents', async () => {
    const capabilities = { cohorts: { state: 'served', atMs: nowMs } } as const;
    const { data, period, asked } = await askCard('ratings', { generation: 'both', capabilities });
    expect(asked).toEqual(['ratings 200', 'rating-summary 200']);
    expect(data?.counted?.rated).toBe(expectedConversations(wantedOf(period, null)).rated);
    const ofTutor = await askCard('ratings', {
      ...{ generation: 'both', capabilities, mentorId: tutor },
    });
    expect(ofTutor.asked).toEqual(['ratings 200']);
  });

  it.each([
    ['on the days before', { 8: 4.2, 10: 4.2 }, null],
    ['on these days', { 15: 4.2, 17: 4.2 }, 4.2],
  ])('have no change where somebody rated only %s', async (_when, rated, value) => {
    expect(await rating(rated)).toMatchObject({ value, preceding: null, change: null });
  });

  it('are of the days that have ended on both sides, wherever in them somebody rated', async () => {
    // Of March 14 to 19 only the first day is rated; of March 7 to 12 all but the first one.
    const rated = { 7: 5, 8: 3, 9: 3, 10: 3, 11: 3, 12: 3, 13: 1, 14: 4 };
    const change = 4 / (20 / 6) - 1;
    const now = { startMs: march(14), endMs: march(20) };
    const before = { startMs: march(7), endMs: march(13) };
    for (const count of [undefined, 10]) {
      const figure = await rating(rated, count);
      expect(figure.compared).toMatchObject({ now, before });
      expect(figure.change).toBeCloseTo(change, 9);
    }
  });

  it('of the running day stand where no other day has any, and are compared with nothing', async () => {
    expect(await rating({ 8: 3, 20: 5 })).toMatchObject({ value: 5, compared: null });
  });

  it('of a day without an average count for nothing', async () => {
    expect((await rating({ 15: null, 16: 4 }, 10)).value).toBe(4);
  });

  it('say that each counts once only where that is known of the days before too', async () => {
    const rated = { 8: 3, 15: 4 };
    expect((await ratingsOf(rated, 10)).counted).toEqual({ average: 4, rated: 10 });
    expect((await ratingsOf(rated, 10, 14)).counted).toBeUndefined();
  });
});

const march = (day: number) => Date.UTC(2026, 2, day);

/**
 * The card of 7 days where these days of March are rated, each as often as `count` says from the day
 * `countedFrom` on.
 */
async function ratingsOf(rated: Record<number, number | null>, count?: number, countedFrom = 1) {
  const points = Object.entries(rated).map(([day, value]) => {
    const date = new Date(march(Number(day))).toISOString();
    return { date, value, ...(Number(day) >= countedFrom && { count }) };
  });
  const range = { kind: '7d' } as const;
  const faults = [{ match: '/ratings/', body: { metric: 'ratings', points } }];
  const { data } = await askCard('ratings', { generation: '2', range, faults });
  if (!data) throw new Error('no figures');
  return data;
}

/** Its headline figure. */
async function rating(rated: Record<number, number | null>, count?: number) {
  const [figure] = ratingsView.kpis;
  if (!figure) throw new Error('no figure');
  return figure.compute(await ratingsOf(rated, count));
}
