// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedConversations } from '@/demo/expected/conversations';
import { expectedGen2 } from '@/demo/expected/gen2';
import { askCard } from '@/demo/fakes/ask-card';
import { startMs as nowMs } from '@/demo/fakes/worker-dependencies';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';

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
});
