// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedConversations } from '@/demo/expected/conversations';
import { askCard } from '@/demo/fakes/ask-card';
import { startMs as nowMs } from '@/demo/fakes/worker-dependencies';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import { grownMost } from './view';

const tutor = MENTORS[0]?.id ?? '';
const expectedOf = (
  { startMs, endMs }: { startMs: number; endMs: number },
  mentorId: string | null,
) =>
  expectedConversations({
    orgKey: 'acme',
    nowMs,
    startMs,
    endMs,
    ...(mentorId ? { mentorId } : {}),
  });

describe.each(['1', '2'] as const)('topics of generation %s', (generation) => {
  it.each([
    null,
    tutor,
  ])('are those of the demo’s visits, of agent %s, the hundred most discussed', async (mentorId) => {
    const { data, period } = await askCard('topics', { generation, mentorId });
    const { topics } = expectedOf(period, mentorId);
    const counted = [...topics.values()].map((topic) => topic.conversations).sort((a, b) => b - a);
    expect(data?.topics.map((topic) => topic.conversations)).toEqual(counted.slice(0, 100));
    expect([data?.total, data?.more]).toEqual([topics.size, topics.size > 100]);
    for (const { name, conversations, messages, rating, rated } of data?.topics ?? []) {
      const wanted = topics.get(name ?? '');
      expect([conversations, messages]).toEqual([wanted?.conversations, wanted?.messages]);
      // Averages are told with two decimals; the first generation does not say how many rated.
      expect(rating?.toFixed(2)).toBe(wanted?.rating?.toFixed(2));
      expect(rated).toBe(generation === '1' ? null : wanted?.rated);
    }
    const counts = data?.topics.map(({ conversations }) => conversations ?? 0) ?? [];
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it('tell what grew most on the days that have ended, against as many days before', async () => {
    const { data, period } = await askCard('topics', { generation });
    const lengthMs = Math.floor(nowMs / DAY_MS) * DAY_MS - period.startMs;
    const before = precedingPeriod(period);
    const finished = [period, before].map(
      ({ startMs }) => expectedOf({ startMs, endMs: startMs + lengthMs }, null).topics,
    );
    const [now, then] = finished;
    const growth = [...(now ?? [])].map(([name, { conversations }]) => ({
      name,
      by: conversations - (then?.get(name)?.conversations ?? 0),
    }));
    const [most] = growth.sort((a, b) => b.by - a.by);
    expect(data?.growth?.before.endMs).toBe(before.startMs + lengthMs);
    expect(data && grownMost(data)?.name).toBe(most?.name);
  });
});

describe('topics', () => {
  it('are the most discussed first, whatever the order in which they come', async () => {
    const behaviour = { topicOrder: 'name' } as const;
    const { data, period } = await askCard('topics', { generation: '2', behaviour });
    const most = Math.max(
      ...[...expectedOf(period, null).topics.values()].map(({ conversations }) => conversations),
    );
    expect(data?.topics[0]?.conversations).toBe(most);
  });

  it('take a call, one more where the most discussed do not come first, and two for what grew', async () => {
    const range = { kind: '90d' } as const;
    expect((await askCard('topics', { generation: '2', range })).asked).toHaveLength(3);
    const behaviour = { topicOrder: 'name' } as const;
    const { data, asked } = await askCard('topics', { generation: '2', range, behaviour });
    expect(asked).toHaveLength(4);
    expect(data?.more).toBe(false);
  });

  it('compare what has ended with one call more, and months of unequal length not at all', async () => {
    const range = { kind: 'custom', from: '2026-03-15', to: '2026-03-15' } as const;
    expect((await askCard('topics', { generation: '2', range })).asked).toHaveLength(2);
    const month = await askCard('topics', { generation: '2', range: { kind: 'last-month' } });
    expect(month.data?.growth).toBeNull();
  });

  it('of a first generation without its statistics come from a list of them', async () => {
    const missing = 'topic-statistics/';
    const { data, period } = await askCard('topics', { generation: '1', missing });
    expect(data?.topics).toHaveLength(expectedOf(period, null).topics.size);
    expect(data?.topics[0]).toMatchObject({ messages: null, rating: null });
  });

  it('keep hostile names as text', async () => {
    const behaviour = { topicNames: 'hostile' } as const;
    const { data } = await askCard('topics', { generation: '2', behaviour });
    const names = data?.topics.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(['=cmd()', '<b>Integrals</b>', 'x'.repeat(300)]));
  });
});
