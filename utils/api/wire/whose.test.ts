import { describe, expect, it } from 'vitest';
import type { Result } from '@/utils/failure';
import { parseDetails, parseMentorCosts, parseModelCosts } from './breakdown';
import { parseCohorts, parseCost, parseFeedback, parseMentor } from './gen1';
import { parseFinances, parseRatings, parseUsers } from './gen2';
import type { Asked } from './named';

const asked: Asked = { users: ['ada'], org: 'acme', mentorId: null };

/** Every parser of figures, with an answer that it accepts. */
const parsers: [string, object, (json: unknown) => Result<unknown>][] = [
  [
    'cohorts',
    { periods: ['2026-03-01'], new_users: [1], veteran_users: [2] },
    (json) => parseCohorts(json, asked),
  ],
  ['feedback', { period: '2026-03-01', feedback_count: 1 }, (json) => parseFeedback([json], asked)],
  ['cost', { total_cost: 1 }, (json) => parseCost(json, asked)],
  ['finances', { value: 1, overtime: [] }, (json) => parseFinances(json, asked)],
  ['users', { count: 1, points: [] }, (json) => parseUsers(json, asked)],
  ['ratings', { points: [] }, (json) => parseRatings(json, asked)],
  ['details', { rows: [], total_cost: 1 }, (json) => parseDetails(json, 'model', asked)],
  ['model costs', { model: 'm', total_cost: 1 }, (json) => parseModelCosts(json, asked)],
  [
    'mentor costs',
    { mentor_data: [], tenant_total_cost: 1 },
    (json) => parseMentorCosts(json, asked),
  ],
];

describe.each(parsers)('%s', (_, answer, parse) => {
  it('are taken as they are, and of whom was asked about', () => {
    expect(parse(answer).ok).toBe(true);
    expect(parse({ ...answer, platform_key: 'acme', username: 'ada' }).ok).toBe(true);
  });

  it.each([
    { platform_key: 'globex' },
    { username: 'bob' },
  ])('are refused where they name somebody else: %j', (other) =>
    expect(parse({ ...answer, ...other }).ok).toBe(false));
});

it('a mentor of another organization is refused', () => {
  const answer = { mentor_unique_id: 'm-1', platform_key: 'globex' };
  expect(parseMentor(answer, asked, 'm-1').ok).toBe(false);
});
