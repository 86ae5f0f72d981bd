import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf, operationPathOf, validateAnswer, validateRequest } from '@/demo/contract';
import type { Result } from '@/utils/failure';
import type { SecondOperation } from '../operation';
import { buildUrl } from '../url';
import { parseAccessTimes } from './access-times';
import { arbitraryOf } from './arbitrary-answer';
import { parseDetails, parseMentorCosts, parseModelCosts } from './breakdown';
import { parseSeries } from './conversations';
import { parseFinances, parseRatings, parseUsers } from './gen2';
import { parseTopicDetails } from './topics';

const analytics = '/api/analytics';
const costs = '/api/ai-analytics/orgs/{org}/users/{user_id}/costs';
const paths: Record<SecondOperation['name'], string> = {
  financial: `${analytics}/financial/`,
  'financial-details': `${analytics}/financial/details/`,
  'active-users': `${analytics}/users/`,
  'registered-users': `${analytics}/users/`,
  'currently-active': `${analytics}/users/`,
  conversations: `${analytics}/conversations/`,
  sessions: `${analytics}/sessions/`,
  'session-headline': `${analytics}/sessions/`,
  'topic-details': `${analytics}/topics/details/`,
  'access-times': `${analytics}/time/`,
  ratings: `${analytics}/ratings/`,
};

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const segment = fc.stringMatching(/^[A-Za-z0-9_@+é-][A-Za-z0-9._@+é-]{0,20}$/);
const shared = { startDate: day, endDate: day, mentorId: fc.option(fc.uuid()) };
const aggregation = fc.constantFrom('hourly' as const, 'daily' as const, 'weekly' as const);
type OfDays = Extract<SecondOperation, { startDate: string }>;
const operations: fc.Arbitrary<OfDays> = fc.oneof(
  fc.record({
    name: fc.constant('financial' as const),
    username: segment,
    ...shared,
  }),
  fc.record({
    name: fc.constant('financial-details' as const),
    username: fc.option(segment),
    groupBy: fc.constantFrom(...(['model', 'mentor', 'provider', 'action', 'person'] as const)),
    ...shared,
  }),
  fc.record({
    name: fc.constantFrom(
      ...(['active-users', 'registered-users', 'conversations', 'sessions'] as const),
    ),
    aggregation,
    ...shared,
  }),
  fc.record({
    name: fc.constantFrom(...(['session-headline', 'access-times', 'ratings'] as const)),
    ...shared,
  }),
  fc.record({
    name: fc.constant('topic-details' as const),
    page: fc.integer({ min: 1, max: 1000 }),
    ...shared,
  }),
);

const place = { baseUrl: 'https://api.iblai.app/dm', org: 'acme', pathUser: 'ada' };
const built = (operation: SecondOperation, org: string) => {
  const url = buildUrl({ ...place, org }, operation);
  if (!url.ok) throw new Error(url.failure.kind);
  return url.value;
};

describe('every request to the second generation', () => {
  it('is valid for the vendor’s schema, and names its organization and days', () => {
    fc.assert(
      fc.property(operations, segment, (operation, org) => {
        const url = built(operation, org);
        expect(validateRequest('GET', url)).toEqual([]);
        expect(operationPathOf(url.pathname)).toBe(paths[operation.name]);
        const { searchParams } = url;
        expect(searchParams.get('platform_key')).toBe(org);
        expect(searchParams.get('date_filter')).toBe('custom');
        expect(searchParams.get('start_date')).toBe(operation.startDate);
        expect(searchParams.get('mentor_unique_id')).toBe(operation.mentorId);
      }),
    );
  });

  it('is about the last hour, whatever the days, where it asks who is active', () => {
    const url = built({ name: 'currently-active', mentorId: null }, 'acme');
    expect(validateRequest('GET', url)).toEqual([]);
    expect(operationPathOf(url.pathname)).toBe(paths['currently-active']);
    expect(url.search).toBe('?metric=currently_active&platform_key=acme');
  });

  it('is not made for a mentor’s slug, which the schema does not allow', () => {
    const days = { startDate: '2026-03-01', endDate: '2026-03-02' };
    const url = buildUrl(place, { name: 'ratings', mentorId: 'calculus-tutor', ...days });
    expect(url).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });
});

const asked = { users: ['ada'], org: 'acme', mentorId: null };
const answers: [string, string, (json: unknown) => Result<unknown>][] = [
  ['financial', paths.financial, (json) => parseFinances(json, asked)],
  ['users', paths['active-users'], (json) => parseUsers(json, asked)],
  ['ratings', paths.ratings, (json) => parseRatings(json, asked)],
  ['conversations', paths.conversations, (json) => parseSeries(json, asked)],
  ['sessions', paths.sessions, (json) => parseSeries(json, asked)],
  ['topics', paths['topic-details'], (json) => parseTopicDetails(json, asked)],
  ['access times', paths['access-times'], (json) => parseAccessTimes(json, asked)],
  ['costs by model', `${costs}/model/`, (json) => parseModelCosts(json, asked)],
  ['costs by mentor', `${costs}/permentor/`, (json) => parseMentorCosts(json, asked)],
];

describe.each(answers)('the answer of %s', (_, path, parse) => {
  const content = operationOf(path).responses[200]?.content?.['application/json'];

  it('is accepted by our parser wherever it is valid for the vendor’s schema', () => {
    fc.assert(
      fc.property(arbitraryOf(content?.schema ?? {}), (generated) => {
        const json: unknown = JSON.parse(JSON.stringify(generated));
        expect(validateAnswer(path, 200, json)).toEqual([]);
        // Counts of people are never negative, although the schema allows it.
        expect(parse(json)).toMatchObject({ ok: true });
      }),
    );
  });

  it('is checked in earnest', () => {
    expect(validateAnswer(path, 200, { detail: 'x' })).not.toEqual([]);
    expect(parse({ detail: 'x' })).toEqual({ ok: false, failure: { kind: 'bad-response' } });
  });
});

describe('the vendor’s examples, which are not always what its types are', () => {
  const examplesOf = (path: string) =>
    Object.values(operationOf(path).responses[200]?.content?.['application/json']?.examples ?? {});

  it('have amounts as numbers where the types have texts, and both are read', () => {
    const examples = examplesOf(paths.financial);
    expect(examples).toHaveLength(3);
    for (const { value } of examples) {
      expect(validateAnswer(paths.financial, 200, value).join()).toContain('must be string');
      expect(parseFinances(value, asked)).toMatchObject({ ok: true });
    }
    expect(parseFinances(examples[0]?.value, asked)).toMatchObject({
      value: { total: 45.789 },
    });
  });

  it('have a page of mentors where the type has a list, and both are read', () => {
    const [example] = examplesOf(`${costs}/permentor/`);
    expect(parseMentorCosts(example?.value, asked)).toMatchObject({
      value: { shares: [{ name: 'AI Mentor', cost: 2.35 }, { cost: 1.85 }], more: true },
    });
  });

  it('name the rows of costs in words alone', () => {
    const rows = [
      { llm_model: 'b', total_cost: '1.00000' },
      { llm_model: 'a', total_cost: '2.50000' },
    ];
    const json = { page: 1, limit: 10, total_pages: 1, total_records: 2, rows, total_cost: '4.0' };
    expect(validateAnswer(paths['financial-details'], 200, json)).toEqual([]);
    expect(parseDetails(json, 'model', asked)).toEqual({
      ok: true,
      value: {
        shares: [
          { name: 'a', cost: 2.5 },
          { name: 'b', cost: 1 },
        ],
        rest: 0.5,
        more: false,
      },
    });
  });

  it('of further pages are known as a rest where the total is told, and else not at all', () => {
    const rows = [{ llm_model: 'a', total_cost: '2.5' }];
    const page = { page: 1, total_pages: 3, rows };
    const read = parseDetails(page, 'model', asked);
    expect(read).toMatchObject({ value: { rest: 0, more: true } });
    expect(parseDetails({ ...page, total_cost: '4.0' }, 'model', asked)).toMatchObject({
      value: { rest: 1.5, more: false },
    });
    expect(parseDetails({ ...page, total_pages: 1 }, 'model', asked)).toMatchObject({
      value: { more: false },
    });
  });

  it('have a count of users or a series of them, and either is read', () => {
    const values = examplesOf(paths['active-users']).map(({ value }) => parseUsers(value, asked));
    expect(values.map((value) => value.ok)).toEqual([true, true, true, true]);
    expect(values[1]).toMatchObject({ value: { count: 1250, points: [] } });
    expect(values[3]).toMatchObject({ value: { count: null, points: [{ value: 45 }, {}, {}] } });
  });
});
