import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf, validateAnswer } from '@/demo/contract';
import type { Result } from '@/utils/failure';
import { parseAccessTimes } from './access-times';
import { arbitraryOf } from './arbitrary-answer';
import { parsePersonCosts } from './breakdown';
import { parseHeadline, parseSeries } from './conversations';
import { parseConversationSummary, parseRatingSummary, parseSessionAverages } from './gen1-talk';
import { parseRatings } from './gen2';
import { parseTopicDetails, parseTopicList, parseTopicStatistics } from './topics';

// Here the vendor's types differ from the shapes that its front ends read; the parsers must accept
// both.

const asked = { users: ['ada'], org: 'acme', mentorId: 'm-1' };
const bad = { ok: false, failure: { kind: 'bad-response' } };
const users = '/api/ai-analytics/orgs/{org}/users/{user_id}';
const startMs = Date.UTC(2026, 2, 1);

const first: [string, (json: unknown) => Result<unknown>][] = [
  ['average-messages-per-session', (json) => parseSessionAverages(json, asked)],
  ['topics/summary', (json) => parseTopicList(json, asked)],
  ['most-discussed-topics', (json) => parseTopicList(json, asked)],
  ['topic-statistics', (json) => parseTopicStatistics(json, asked)],
  ['rating-summary', (json) => parseRatingSummary(json, asked)],
];

describe.each(first)('the first generation’s %s', (name, parse) => {
  const path = `${users}/${name}/`;
  const content = operationOf(path).responses[200]?.content?.['application/json'];

  it('is accepted wherever it is valid for the vendor’s schema, and as its examples are', () => {
    fc.assert(
      fc.property(arbitraryOf(content?.schema ?? {}), (generated) => {
        const json: unknown = JSON.parse(JSON.stringify(generated));
        expect(validateAnswer(path, 200, json)).toEqual([]);
        expect(parse(json)).toMatchObject({ ok: true });
      }),
    );
    const examples = Object.values(content?.examples ?? {});
    expect(examples).toHaveLength(1);
    expect(parse(examples[0]?.value)).toMatchObject({ ok: true });
  });

  it('is checked in earnest, and not believed where it names somebody else', () => {
    expect(parse({ detail: 'x' })).toEqual(bad);
    expect(parse([{ name: 'a', topic_name: 'a', platform_key: 'globex' }])).toEqual(bad);
    expect(parse({ results: [], org: 'globex' })).toEqual(bad);
  });
});

describe('conversations and sessions', () => {
  const points = [{ date: '2026-03-01T00:00:00Z', value: '7' }];
  const average = { value: '4.5', prev_value: 3, percentage_change: 50 };

  it('come with averages as the front ends read them, or without as the types are', () => {
    const averages = { avg_messages_per_session: average, avg_rating: average };
    expect(parseSeries({ metric: 'sessions', points, ...averages }, asked)).toEqual({
      ok: true,
      value: {
        points: [{ startMs, value: 7 }],
        incomplete: false,
        averages: {
          messages: 4.5,
          rating: 4.5,
          cost: null,
        },
      },
    });
    expect(parseSeries({ metric: 'sessions', points }, asked)).toMatchObject({
      value: { averages: { messages: null, rating: null, cost: null } },
    });
  });

  it('have no average where there is none: nobody rated', () => {
    const nothing = { value: 0, prev_value: 0, percentage_change: 0 };
    const cost = { value: 0.25, prev_value: null };
    const json = { metric: 'headline', avg_rating: nothing, avg_cost_per_session: cost };
    expect(parseHeadline(json, asked)).toEqual({
      ok: true,
      value: { messages: null, rating: null, cost: 0.25 },
    });
    expect(parseHeadline({ metric: 'headline' }, asked)).toEqual(bad);
    expect(parseHeadline({ ...json, mentor_unique_id: 'm-2' }, asked)).toEqual(bad);
  });

  it('of the first generation are a series; totals since ever say nothing of a range', () => {
    const rows = [{ date: '2026-03-01', conversation_count: 12 }];
    const read = { ok: true, value: { rows: [{ startMs, count: 12 }], incomplete: false } };
    expect(parseConversationSummary(rows, asked)).toEqual(read);
    expect(parseConversationSummary([rows], asked)).toEqual(read);
    const path = `${users}/conversation-summary/`;
    const [example] = Object.values(
      operationOf(path).responses[200]?.content?.['application/json']?.examples ?? {},
    );
    expect(validateAnswer(path, 200, example?.value)).toEqual([]);
    expect(parseConversationSummary(example?.value, asked)).toEqual({
      ok: false,
      failure: { kind: 'not-served' },
    });
  });
});

describe('a row of conversations and sessions', () => {
  const next = '2026-03-02';
  const nextMs = Date.UTC(2026, 2, 2);

  it('without a number is unknown, not zero; one without a time is left out, and that is said', () => {
    const unknown = { date: next, conversation_count: null };
    const known = { date: '2026-03-01', conversation_count: 12 };
    const rows = [{ startMs, count: 12 }];
    expect(parseConversationSummary([known, unknown], asked)).toEqual({
      ok: true,
      value: { rows: [...rows, { startMs: nextMs, count: null }], incomplete: true },
    });
    expect(parseConversationSummary([known, { ...known, date: 'today' }], asked)).toEqual({
      ok: true,
      value: { rows, incomplete: true },
    });
    expect(parseConversationSummary([unknown], asked)).toEqual(bad);
    const sessions = [{ time: '2026-03-01', total_sessions: 3 }, { time: next }];
    expect(parseSessionAverages(sessions, asked)).toMatchObject({
      value: { rows: [{ sessions: 3 }, { startMs: nextMs, sessions: null }], incomplete: true },
    });
    const points = [{ date: '2026-03-01', value: 3 }];
    for (const odd of [{ date: next, value: null }, { value: 3 }]) {
      const read = parseSeries({ points: [...points, odd] }, asked);
      expect(read).toMatchObject({ value: { incomplete: true } });
    }
  });
});

describe('access times', () => {
  const cell = { day_of_week: 0, hour: 23, value: 4 };
  const cells = [{ day: 0, hour: 23, count: 4 }];

  it.each([
    ['an envelope', { metric: 'access_times', data: [cell] }, true],
    ['a list', [cell], true],
    ['a list in a list', [[cell]], true],
    ['the one object of the type, which leaves the others open', cell, false],
  ])('come as %s', (_, json, isWhole) => {
    expect(parseAccessTimes(json, asked)).toEqual({ ok: true, value: { cells, isWhole } });
  });

  it('as the vendor’s example shows them, against its type', () => {
    const path = '/api/analytics/time/';
    const [example] = Object.values(
      operationOf(path).responses[200]?.content?.['application/json']?.examples ?? {},
    );
    expect(validateAnswer(path, 200, example?.value)).not.toEqual([]);
    expect(parseAccessTimes(example?.value, asked)).toMatchObject({
      value: { cells: [{ day: 1, hour: 9, count: 45 }, {}, {}, {}, {}], isWhole: true },
    });
  });

  it('leave out what is no hour of a week, and say so', () => {
    const odd = [
      { ...cell, day_of_week: 7 },
      { ...cell, hour: 24 },
      { ...cell, value: -1 },
    ];
    expect(parseAccessTimes([cell, ...odd], asked)).toEqual({
      ok: true,
      value: { cells, isWhole: false },
    });
    expect(parseAccessTimes(odd, asked)).toEqual(bad);
    expect(parseAccessTimes({ data: [{ ...cell, mentor_id: 'm-2' }] }, asked)).toEqual(bad);
  });
});

describe('topics', () => {
  const pagination = { page: 1, limit: 100, total_pages: 2, total_records: 101, has_next: true };
  const row = { topic_id: 7, name: 'Integrals', messages: 9, conversations: 4, sessions: 3 };

  it('have ratings as text; one that is none is unknown, and so is a count that was left out', () => {
    const results = [
      { ...row, average_rating: '4.25', rating_count: 8 },
      { ...row, average_rating: 'N/A' },
      { ...row, average_rating: '0.00', rating_count: 0 },
      { ...row, name: '  ' },
    ];
    const read = parseTopicDetails({ results, pagination }, asked);
    const known = { name: 'Integrals', conversations: 4, messages: 9 };
    expect(read).toMatchObject({
      value: {
        total: 101,
        rows: [
          { ...known, rating: 4.25, rated: 8 },
          { ...known, rating: null, rated: null },
          { ...known, rating: null, rated: 0 },
          { ...known, name: null },
        ],
      },
    });
    expect(read.ok && read.value.hasNext(1)).toBe(true);
  });

  it('are all there where nothing is said of pages', () => {
    const read = parseTopicDetails({ results: [row], pagination: null }, asked);
    expect(read.ok && [read.value.total, read.value.hasNext(1)]).toEqual([null, false]);
    const counted = parseTopicDetails({ results: [row], pagination: { total_pages: 3 } }, asked);
    expect(counted.ok && [1, 2, 3].map(counted.value.hasNext)).toEqual([true, true, false]);
  });

  it('of the first generation link to their next page', () => {
    const [example] = Object.values(
      operationOf(`${users}/topic-statistics/`).responses[200]?.content?.['application/json']
        ?.examples ?? {},
    );
    const read = parseTopicStatistics(example?.value, asked);
    // The ratings are words there, so they give no average.
    expect(read).toMatchObject({ value: { total: 35, rows: [{ rating: null }, {}] } });
    expect(read.ok && read.value.hasNext(1)).toBe(true);
  });
});

describe('ratings and people', () => {
  it('tell how many rated where a deployment adds that to its points', () => {
    const points = [
      { date: '2026-03-01', value: 4, count: 3 },
      { date: '2026-03-02', value: 5 },
    ];
    expect(parseRatings({ points }, asked)).toEqual({
      ok: true,
      value: [
        { startMs, value: 4, rated: 3 },
        { startMs: Date.UTC(2026, 2, 2), value: 5 },
      ],
    });
  });

  it('are people by the example of their costs, whatever their type says', () => {
    const path = `${users}/costs/peruser/`;
    const [example] = Object.values(
      operationOf(path).responses[200]?.content?.['application/json']?.examples ?? {},
    );
    expect(validateAnswer(path, 200, example?.value)).not.toEqual([]);
    expect(parsePersonCosts(example?.value, asked)).toMatchObject({
      value: { shares: [{ name: 'johndoe', cost: 0.85 }, {}], more: true },
    });
    expect(parsePersonCosts({ id: 'x', name: 'y', date: '2026-03-01' }, asked)).toEqual(bad);
  });
});
