// @vitest-environment node
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DAY_MS } from '../data/people';
import { expectedConversations } from '../expected/conversations';
import { ANALYTICS, askBoth, DAYS, FIRST, NOW_MS, points, START_MS, TUTOR } from './ask-both';
import { HOSTILE_TOPICS } from './gen2/topics';

const { demo, get, read } = askBoth();
const SPAN = { orgKey: 'acme', startMs: START_MS, endMs: START_MS + 20 * DAY_MS, nowMs: NOW_MS };
const wanted = expectedConversations(SPAN);
const before = expectedConversations({ ...SPAN, startMs: START_MS - 20 * DAY_MS, endMs: START_MS });

const compared = z.object({ value: z.number(), prev_value: z.number() });
const series = z.object({ points });
const topics = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      conversations: z.number(),
      messages: z.number(),
      average_rating: z.optional(z.string()),
      rating_count: z.number(),
    }),
  ),
  pagination: z.object({ total_pages: z.number(), total_records: z.number() }),
});
const cells = z.array(z.object({ day_of_week: z.number(), hour: z.number(), value: z.number() }));
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('conversations and sessions', () => {
  it('by day, of all agents and of one', async () => {
    const url = `${ANALYTICS}/conversations/?granularity=day&${DAYS}`;
    const all = await read(series, url);
    expect(all.points.map(({ value }) => value)).toEqual(wanted.conversationsByDay);
    const ofTutor = await read(series, `${url}&mentor_unique_id=${TUTOR}`);
    const { conversations } = expectedConversations({ ...SPAN, mentorId: TUTOR });
    expect(sumOf(ofTutor.points.map(({ value }) => value))).toBe(conversations);
    expect(conversations).toBeLessThan(wanted.conversations);
  });

  it('sessions by hour, day, week and month are the same sessions', async () => {
    for (const granularity of ['day', 'hour', 'week', 'month']) {
      const url = `${ANALYTICS}/sessions/?granularity=${granularity}&${DAYS}`;
      const { points: them } = await read(series, url);
      expect(sumOf(them.map(({ value }) => value))).toBe(wanted.sessions);
    }
    expect(wanted.sessions).toBeLessThan(wanted.conversations);
  });

  it('averages a session with those of the days before: in the series, the headline, or nowhere', async () => {
    const url = `${ANALYTICS}/sessions/?granularity=day&${DAYS}`;
    const averages = z.object({
      avg_messages_per_session: compared,
      avg_rating: compared,
      avg_cost_per_session: compared,
    });
    const figures = {
      avg_messages_per_session: {
        value: wanted.messagesPerSession,
        prev_value: before.messagesPerSession,
      },
      avg_rating: { value: wanted.rating, prev_value: before.rating },
      avg_cost_per_session: { value: wanted.costPerSession, prev_value: before.costPerSession },
    };
    expect(await read(averages, url)).toEqual(figures);
    demo().control.behaviour.sessionAverages = 'headline';
    expect((await get(url)).json).not.toHaveProperty('avg_rating');
    expect(await read(averages, `${url}&metric=headline`)).toEqual(figures);
    demo().control.behaviour.sessionAverages = 'none';
    expect((await get(`${url}&metric=headline`)).json).not.toHaveProperty('avg_rating');
  });
});

describe('topics', () => {
  const url = `${ANALYTICS}/topics/details/?limit=100&${DAYS}`;

  it('all of them on their pages, the most discussed first', async () => {
    const first = await read(topics, url);
    const { total_pages, total_records } = first.pagination;
    expect([total_pages, total_records]).toEqual([2, wanted.topics.size]);
    const all = [...first.results, ...(await read(topics, `${url}&page=2`)).results];
    const counts = all.map(({ conversations }) => conversations);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const topic of all) {
      const figures = wanted.topics.get(topic.name);
      expect(topic).toMatchObject({
        conversations: figures?.conversations,
        messages: figures?.messages,
        rating_count: figures?.rated,
      });
      expect(topic.average_rating).toBe(figures?.rating?.toFixed(2));
    }
    expect((await read(topics, `${url}&search=integ`)).results.map(({ name }) => name)).toEqual([
      'Integrals',
    ]);
  });

  it('by any name and in any order', async () => {
    Object.assign(demo().control.behaviour, { topicNames: 'hostile', topicOrder: 'name' });
    const { results } = await read(topics, url);
    const names = results.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toContain(HOSTILE_TOPICS.Derivatives);
    expect((await read(topics, `${url}&search=xxx`)).results[0]?.name).toHaveLength(300);
  });

  it('in the first generation: ten, all, and a page at a time', async () => {
    const days = 'start_date=2026-03-01&end_date=2026-03-20';
    const most = [...wanted.topics].map(([, { conversations }]) => conversations);
    const [top] = most.sort((a, b) => b - a);
    const counts = z.array(z.array(z.object({ conversation_count: z.number() })));
    const [ten] = await read(counts, `${FIRST}/topics/summary/?${days}`);
    expect([ten?.length, ten?.[0]?.conversation_count]).toEqual([10, top]);
    const [all] = await read(counts, `${FIRST}/most-discussed-topics/?${days}`);
    expect(all).toHaveLength(wanted.topics.size);
    const page = `${FIRST}/topic-statistics/?${days}&page_size=100&page=2`;
    expect((await get(page)).json).toMatchObject({ count: wanted.topics.size, next: null });
  });
});

describe('access times', () => {
  it('in each of the three shapes', async () => {
    const url = `${ANALYTICS}/time/?${DAYS}`;
    const all = wanted.hours.flatMap((hours, day_of_week) =>
      hours.flatMap((value, hour) => (value > 0 ? [{ day_of_week, hour, value }] : [])),
    );
    expect(await read(z.object({ data: cells }), url)).toEqual({ data: all });
    demo().control.behaviour.timeShape = 'array';
    expect(await read(cells, url)).toEqual(all);
    demo().control.behaviour.timeShape = 'single';
    expect((await get(url)).json).toEqual(all[0]);
  });
});

describe('the first generation', () => {
  const days = 'start_date=2026-03-01&end_date=2026-03-20';
  const rows = (name: string) =>
    z
      .array(z.array(z.record(z.string(), z.unknown())))
      .check(z.refine(([list]) => list?.every((row) => name in row) === true));

  it('has sessions, conversations and how many rated', async () => {
    const [them] = await read(
      rows('total_sessions'),
      `${FIRST}/average-messages-per-session/?${days}`,
    );
    expect(sumOf((them ?? []).map((row) => Number(row.total_sessions)))).toBe(wanted.sessions);
    const [rated] = await read(rows('total_ratings'), `${FIRST}/rating-summary/?${days}`);
    expect(sumOf((rated ?? []).map((row) => Number(row.total_ratings)))).toBe(wanted.rated);
    const summary = `${FIRST}/conversation-summary/?${days}`;
    const list = z.array(z.object({ date: z.string(), conversation_count: z.number() }));
    const counts = (await read(list, summary)).map((row) => row.conversation_count);
    expect(counts).toEqual(wanted.conversationsByDay);
    demo().control.behaviour.conversationSummary = 'totals';
    expect((await get(summary)).json).toHaveProperty('total_conversations');
  });
});

describe('ratings and people', () => {
  it('ratings tell how many where this deployment does', async () => {
    demo().control.behaviour.ratingCounts = true;
    const counted = z.object({ points: z.array(z.object({ count: z.number() })) });
    const { points: them } = await read(counted, `${ANALYTICS}/ratings/?granularity=day&${DAYS}`);
    expect(sumOf(them.map(({ count }) => count))).toBe(wanted.rated);
  });

  it('what people cost is not for every key', async () => {
    const url = `${ANALYTICS}/financial/details/?group_by=username&${DAYS}`;
    expect((await get(url)).status).toBe(200);
    demo().control.behaviour.people = false;
    expect((await get(url)).status).toBe(403);
    expect((await get(url.replace('username', 'action'))).status).toBe(200);
  });
});
