// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedConversations } from '@/demo/expected/conversations';
import { askCard } from '@/demo/fakes/ask-card';
import { startMs as nowMs } from '@/demo/fakes/worker-dependencies';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import { DAY_MS } from '@/utils/figures/time/range';
import { sayEnglish } from '../fake-figures';
import { conversations } from './data';
import { averageOf, costPerConversation, sessions, talks } from './kpi';
import { conversationsView } from './view';

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
      const { conversations: all } = expectedConversations({ orgKey: 'acme', nowMs, ...period });
      expect(data && talks(data).value).toBe(all);
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

  it.each([
    ['1', 'conversation-summary', 'average-messages-per-session', [null, 0]],
    ['1', 'average-messages-per-session', 'conversation-summary', [0, null]],
    ['2', 'metric=sessions', 'metric=conversations', [0, null]],
  ] as const)('of generation %s are unknown without %s, where there are no others', async (generation, failed, empty, figures) => {
    const body = generation === '1' ? [] : { points: [] };
    const faults = [
      { match: failed, status: 500 },
      { match: empty, body },
    ];
    const range = { kind: '7d' } as const;
    const { data } = await askCard('conversations', { generation, range, faults });
    if (!data) throw new Error('no figures');
    expect([talks(data).value, sessions(data).value]).toEqual(figures);
    expect(conversations.isEmpty(data)).toBe(false);
  });

  it('are nothing where both are known to be nothing', async () => {
    const faults = [{ match: '/analytics/', body: { points: [] } }];
    const { data } = await askCard('conversations', { generation: '2', faults });
    expect(data && [talks(data).value, sessions(data).value]).toEqual([0, 0]);
    expect(data && conversations.isEmpty(data)).toBe(true);
  });

  it.each([
    ['1', 'conversation-summary', 'conversation_count'],
    ['2', 'metric=conversations', 'value'],
  ] as const)('of generation %s are unknown on a day without a number, and the card says that numbers are missing', async (generation, match, field) => {
    const rows = [5, null, 7].map((count, index) => ({
      ...{ date: `2026-03-${16 + index}`, [field]: count },
    }));
    const faults = [{ match, body: generation === '1' ? rows : { points: rows } }];
    const range = { kind: '7d' } as const;
    const { data } = await askCard('conversations', { generation, range, faults });
    if (!data) throw new Error('no figures');
    const counted = data.points.map((point) => point.conversations);
    expect(counted).toEqual([0, 0, 5, null, 7, 0, 0]);
    expect(talks(data).value).toBe(12);
    expect(conversationsView.notes(data, sayEnglish, 'en')).toEqual([
      sayEnglish('ui_note_incomplete'),
    ]);
    const whole = await askCard('conversations', { generation, range });
    expect(whole.data && conversationsView.notes(whole.data, sayEnglish, 'en')).toEqual([]);
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
