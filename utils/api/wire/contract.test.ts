import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf, operationPathOf, validateAnswer, validateRequest } from '@/demo/contract';
import type { Result } from '@/utils/failure';
import type { FirstOperation } from '../operation';
import { buildUrl } from '../url';
import { arbitraryOf } from './arbitrary-answer';
import { parseCohorts, parseCost, parseFeedback, parseMentor } from './gen1';

const analytics = '/api/ai-analytics/orgs/{org}/users/{user_id}';
const paths = {
  cohorts: `${analytics}/user-cohorts-over-time/`,
  cost: `${analytics}/user-cost/`,
  feedback: `${analytics}/user-feedback/`,
  'model-costs': `${analytics}/costs/model/`,
  'mentor-costs': `${analytics}/costs/permentor/`,
  'person-costs': `${analytics}/costs/peruser/`,
  'conversation-summary': `${analytics}/conversation-summary/`,
  'session-averages': `${analytics}/average-messages-per-session/`,
  'discussed-topics': `${analytics}/most-discussed-topics/`,
  'topic-summary': `${analytics}/topics/summary/`,
  'topic-statistics': `${analytics}/topic-statistics/`,
  'rating-summary': `${analytics}/rating-summary/`,
  'mentor-cost': `${analytics}/mentors/{mentor_unique_id}/cost/`,
  'mentor-settings': '/api/ai-mentor/orgs/{org}/users/{user_id}/mentors/{mentor}/public-settings/',
};

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc.integer({ min: 0, max: 4e12 });
const segment = fc.stringMatching(/^[A-Za-z0-9_@+é-][A-Za-z0-9._@+é-]{0,20}$/);
const series = fc.record({
  startDate: day,
  endDate: day,
  aggregation: fc.constantFrom('hourly' as const, 'daily' as const, 'weekly' as const),
  mentorId: fc.option(segment),
});
const span = { startMs: instant, endMs: instant };
const operations: fc.Arbitrary<FirstOperation> = fc.oneof(
  series.map((query) => ({ name: 'cohorts' as const, ...query })),
  series.map((query) => ({ name: 'feedback' as const, ...query })),
  fc.record({ name: fc.constant('cost' as const), username: segment, ...span }),
  fc.record({ name: fc.constant('mentor-cost' as const), mentorId: segment, ...span }),
  fc.record({
    name: fc.constantFrom(...(['model-costs', 'mentor-costs', 'person-costs'] as const)),
    ...span,
  }),
  series.map((query) => ({ name: 'conversation-summary' as const, ...query })),
  series.map((query) => ({ name: 'session-averages' as const, ...query })),
  series.map((query) => ({ name: 'discussed-topics' as const, ...query })),
  series.map(({ aggregation: _, ...query }) => ({ name: 'topic-summary' as const, ...query })),
  series.map(({ aggregation: _, ...query }) => ({
    name: 'topic-statistics' as const,
    page: 2,
    ...query,
  })),
  series.map(({ startDate, endDate }) => ({
    name: 'rating-summary' as const,
    startDate,
    endDate,
  })),
  fc.record({ name: fc.constant('mentor-settings' as const), mentor: segment }),
);

/**
 * Parameters that the schema's text or the vendor's older front end uses, but that are missing from
 * the list of parameters or have no type there; at worst the API ignores them.
 */
const UNLISTED: Partial<Record<FirstOperation['name'], string[]>> = {
  'conversation-summary': ['start_date', 'end_date', 'aggregation'].map(
    (name) => `${name} is no parameter`,
  ),
  'topic-summary': ['mentor_id is no parameter'],
  'person-costs': ['limit is no parameter'],
};

describe('every request that we build', () => {
  it('is valid for the vendor’s schema, under any base', () => {
    const bases = fc.constantFrom(
      'https://base.manager.iblai.app',
      'https://api.iblai.app/dm',
      'https://docs.ibl.ai/_mock/apis/ibl',
    );
    fc.assert(
      fc.property(operations, bases, segment, segment, (operation, baseUrl, org, pathUser) => {
        const url = buildUrl({ baseUrl, org, pathUser }, operation);
        if (!url.ok) throw new Error(url.failure.kind);
        const problems = validateRequest('GET', url.value);
        const unlisted = UNLISTED[operation.name] ?? [];
        expect(problems.filter((problem) => !unlisted.includes(problem))).toEqual([]);
        expect(operationPathOf(url.value.pathname)).toBe(paths[operation.name]);
      }),
    );
  });

  it.each([
    ['an unknown parameter', '&user=ada', 'user is no parameter'],
    ['a repeated one', '&username=b', 'username is given 2 times'],
    ['a wrong format', '&end_date=2026-03-02', 'end_date must match format "date-time"'],
    ['a missing one', '', 'end_date is missing'],
  ])('the check itself sees %s', (_, more, problem) => {
    const url = new URL(`https://x/api/ai-analytics/orgs/o/users/u/user-cost/?username=a${more}`);
    expect(validateRequest('GET', url)).toContain(problem);
  });

  it('the check itself sees a day that is none, and an unknown operation', () => {
    const path = 'https://x/api/ai-analytics/orgs/o/users/u/user-feedback/';
    const url = new URL(`${path}?start_date=2026-02-30&end_date=2026-03-01T00:00:00Z`);
    expect(validateRequest('GET', url)).toHaveLength(2);
    expect(validateRequest('POST', url)).toHaveLength(1);
    expect(validateRequest('GET', new URL('https://x/api/else/'))).toHaveLength(1);
  });
});

const asked = { users: ['ada'], org: 'acme', mentorId: null };
const parsers: Record<'cohorts' | 'cost' | 'feedback', (json: unknown) => Result<unknown>> = {
  cohorts: (json) => parseCohorts(json, asked),
  cost: (json) => parseCost(json, asked),
  feedback: (json) => parseFeedback(json, asked),
};
const cards = ['cohorts', 'cost', 'feedback'] as const;

describe.each(cards)('the answer of %s', (card) => {
  const content = operationOf(paths[card]).responses[200]?.content?.['application/json'];
  const schema = content?.schema ?? {};

  it('is accepted by our parser wherever it is valid for the vendor’s schema', () => {
    fc.assert(
      fc.property(arbitraryOf(schema), (generated) => {
        const json: unknown = JSON.parse(JSON.stringify(generated));
        expect(validateAnswer(paths[card], 200, json)).toEqual([]);
        expect(parsers[card](json)).toMatchObject({ ok: true });
      }),
    );
  });

  it('is accepted as the vendor’s examples show it', () => {
    const examples = Object.values(content?.examples ?? {});
    expect(examples.length).toBeGreaterThan(0);
    for (const { value } of examples) {
      expect(validateAnswer(paths[card], 200, value)).toEqual([]);
      expect(parsers[card](value)).toMatchObject({ ok: true });
    }
  });

  it('is checked in earnest', () => {
    expect(validateAnswer(paths[card], 200, { detail: 'x' })).not.toEqual([]);
    expect(validateAnswer(paths[card], 206, {})).toEqual(['status 206 is not documented']);
    expect(validateAnswer(paths[card], 403, { detail: 'x' })).toEqual([]);
  });
});

describe('the vendor’s schema', () => {
  it('shows user-feedback nested in its example and flat in its type', () => {
    const content = operationOf(paths.feedback).responses[200]?.content?.['application/json'];
    expect(content?.schema?.type).toBe('array');
    const [example] = Object.values(content?.examples ?? {});
    expect(example?.value).toEqual([expect.any(Array)]);
  });

  it('has a unique id in a mentor’s public settings', () => {
    const settings = { mentor_unique_id: 'm-1', mentor: 'Tutor', mentor_visibility: null };
    const found = validateAnswer(paths['mentor-settings'], 200, settings);
    expect(found.filter((problem) => /mentor_unique_id|mentor_visibility/.test(problem))).toEqual(
      [],
    );
    expect(parseMentor(settings, asked, 'x')).toMatchObject({ ok: true });
  });
});
