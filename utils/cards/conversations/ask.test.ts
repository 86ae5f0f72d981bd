// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedConversations } from '@/demo/expected/conversations';
import { askCard } from '@/demo/fakes/ask-card';
import { startMs as nowMs } from '@/demo/fakes/worker-dependencies';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import { averageOf, costPerConversation, sessions, talks } from './kpi';

const tutor = MENTORS[0]?.id ?? '';

describe.each(['1', '2', 'both'] as const)('conversations of generation %s', (generation) => {
  it.each([
    null,
    tutor,
  ])('are those of the demo’s visits, of agent %s, with the days before', async (mentorId) => {
    const { data, period } = await askCard('conversations', { generation, mentorId });
    const of = (interval: { startMs: number; endMs: number }) =>
      expectedConversations({
        orgKey: 'acme',
        nowMs,
        ...interval,
        ...(mentorId ? { mentorId } : {}),
      });
    if (!data) throw new Error('no figures');
    // Only days that have ended are compared, with the same number of days of the range before.
    const [now, compared] = [of(period), talks(data).compared];
    expect(compared?.before.startMs).toBe(precedingPeriod(period).startMs);
    const before = of(compared?.before ?? period);
    expect(data.points.map((point) => point.conversations)).toEqual(now.conversationsByDay);
    expect(talks(data)).toMatchObject({
      value: now.conversations,
      preceding: before.conversations,
    });
    expect(sessions(data)).toMatchObject({ value: now.sessions, preceding: before.sessions });
    const messages = averageOf('messages')(data);
    // Averages are compared over the same days.
    const ended = of(messages.compared?.now ?? period);
    expect(messages.compared?.before).toEqual(compared?.before);
    if (generation === '1') {
      // Its averages are whole numbers.
      expect(Math.abs((messages.value ?? 0) - now.messagesPerSession)).toBeLessThan(0.5);
      const { value = 0, preceding = 0 } = messages.compared ?? {};
      expect(Math.abs(value - (ended.messagesPerSession ?? 0))).toBeLessThan(0.5);
      expect(Math.abs(preceding - (before.messagesPerSession ?? 0))).toBeLessThan(0.5);
    } else {
      expect(messages.value).toBe(now.messagesPerSession);
      expect(messages.compared).toEqual({
        now: { startMs: period.startMs, endMs: Math.floor(nowMs / DAY_MS) * DAY_MS },
        before: compared?.before,
        value: ended.messagesPerSession,
        preceding: before.messagesPerSession,
        byDay: false,
      });
      expect(averageOf('cost')(data).compared?.preceding).toBe(before.costPerSession);
      expect(averageOf('rating')(data).value).toBe(now.rating);
      expect(averageOf('cost')(data).value).toBe(now.costPerSession);
      expect(costPerConversation(data).value).toBeCloseTo(now.costPerConversation, 9);
    }
  });
});

describe('conversations', () => {
  it('by the week and by the hour are the same', async () => {
    for (const range of [{ kind: '90d' }, { kind: '24h' }] as const) {
      const { data, period } = await askCard('conversations', { generation: '2', range });
      const { conversations } = expectedConversations({ orgKey: 'acme', nowMs, ...period });
      expect(data && talks(data).value).toBe(conversations);
    }
  });

  it('have averages from the headline where the series has none, and none of part of a day', async () => {
    const behaviour = { sessionAverages: 'headline' } as const;
    const { data, period } = await askCard('conversations', { generation: '2', behaviour });
    const { messagesPerSession } = expectedConversations({ orgKey: 'acme', nowMs, ...period });
    expect(data?.averages.messages?.value).toBe(messagesPerSession);
    expect(data?.averages.messages?.compared).not.toBeNull();
    const day = await askCard('conversations', { generation: '2', range: { kind: '24h' } });
    expect(day.data?.averages.messages).toBeNull();
  });

  it('stand without sessions, and a first generation that tells totals alone has sessions alone', async () => {
    const without = await askCard('conversations', { generation: '2', missing: '/sessions/' });
    expect(without.data?.points[0]).toMatchObject({ sessions: null });
    const behaviour = { conversationSummary: 'totals' } as const;
    const { data } = await askCard('conversations', { generation: '1', behaviour });
    expect(data && [talks(data).value, sessions(data).value]).toEqual([null, expect.any(Number)]);
  });

  it('take four calls, three where the range is over, and are not served by neither', async () => {
    expect((await askCard('conversations', { generation: '2' })).asked).toHaveLength(4);
    const range = { kind: 'custom', from: '2026-03-09', to: '2026-03-15' } as const;
    const over = await askCard('conversations', { generation: '2', range });
    expect(over.asked).toHaveLength(3);
    expect(over.data?.averages.messages?.compared?.value).toBe(over.data?.averages.messages?.value);
    const { answer } = await askCard('conversations', { generation: 'neither' });
    expect(answer).toEqual({ ok: false, failure: { kind: 'not-served' } });
  });
});
