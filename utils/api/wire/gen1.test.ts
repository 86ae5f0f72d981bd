import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCohorts, parseCost, parseFeedback, parseMentor } from './gen1';

const UUID = '8f14e45f-ceea-467f-a9f2-1c2d3e4f5a6b';
const OTHER = UUID.replace('8f', '9f');
const asked = { users: ['ada', 'owner'], org: 'acme', mentorId: 'm-1' };
const day = (n: number) => `2026-03-0${n}T00:00:00Z`;
const ms = (n: number) => Date.UTC(2026, 2, n);
const bad = { ok: false, failure: { kind: 'bad-response' } };
const parsers = [parseCohorts, parseFeedback, parseCost] as const;

describe('any answer', () => {
  it.each([
    null,
    'x',
    5,
    true,
    {},
    { detail: 'no' },
    [null],
    ['x'],
    [[[]]],
    [{}],
  ])('fault 32, fault 33: %j is refused by every parser', (json) => {
    for (const parse of parsers) expect(parse(json, asked)).toEqual(bad);
  });

  it('fault 32: an empty list is a feedback without entries, but no cost and no cohorts', () => {
    expect(parseCost([], asked)).toEqual(bad);
    expect(parseCohorts([], asked)).toEqual(bad);
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const parse of parsers) expect(parse(json, asked)).toHaveProperty('ok');
        expect(parseMentor(json, asked, 'tutor')).toHaveProperty('ok');
      }),
    );
  });

  it('fault 89: one that names another user, organization or mentor is refused', () => {
    const total = { total_cost: 1 };
    expect(parseCost({ ...total, username: 'ada', platform_key: 'acme' }, asked).ok).toBe(true);
    expect(parseCost({ ...total, username: 'owner' }, asked).ok).toBe(true);
    expect(parseCost({ ...total, user_id: 12 }, asked).ok).toBe(true);
    expect(parseCost({ ...total, user_id: '12' }, asked).ok).toBe(true);
    expect(parseCost({ ...total, username: 'eve' }, asked)).toEqual(bad);
    expect(parseCost({ ...total, platform_key: 'evil' }, asked)).toEqual(bad);
    expect(parseCost({ ...total, mentor_unique_id: 'm-2' }, asked)).toEqual(bad);
    const row = { period: day(1), feedback_count: 1 };
    expect(parseFeedback([[row, { ...row, org: 'evil' }]], asked)).toEqual(bad);
    const empty = { periods: [], new_users: [], veteran_users: [], username: 'eve' };
    expect(parseCohorts(empty, asked)).toEqual(bad);
  });
});

describe('parseFeedback', () => {
  const rows = [
    { startMs: ms(1), count: 15 },
    { startMs: ms(2), count: 12 },
  ];
  const items = [
    { period: day(1), feedback_count: 15 },
    { period: '2026-03-02 00:00:00', feedback_count: '12', extra: 1 },
  ];

  it.each([
    ['flat', items],
    ['nested', [items]],
    ['nested in parts', [[items[0]], [items[1]]]],
  ])('fault 41: %s', (_, json) => {
    expect(parseFeedback(json, asked)).toEqual({ ok: true, value: { rows, incomplete: false } });
  });

  it('fault 41: one object, as releases before 3.54 answered', () => {
    const parsed = parseFeedback({ week: '2026-03-02', feedback_count: 12 }, asked);
    expect(parsed).toEqual({ ok: true, value: { rows: [rows[1]], incomplete: false } });
  });

  it('fault 40: empty in either shape', () => {
    for (const json of [[], [[]]]) {
      expect(parseFeedback(json, asked)).toEqual({
        ok: true,
        value: { rows: [], incomplete: false },
      });
    }
  });

  it('fault 36, fault 37: keeps a row whose count is impossible as unknown, drops one without a time', () => {
    const json = [
      { period: day(1), feedback_count: -1 },
      { period: '2026-02-30', feedback_count: 3 },
      { period: day(2), feedback_count: 12 },
    ];
    expect(parseFeedback(json, asked)).toEqual({
      ok: true,
      value: { rows: [{ startMs: ms(1), count: null }, rows[1]], incomplete: true },
    });
    expect(parseFeedback(json.slice(0, 2), asked)).toEqual(bad);
  });
});

describe('parseCost', () => {
  it.each([
    ['5.75', 5.75],
    ['"5.75"', 5.75],
    ['-0', 0],
    ['-12.5', -12.5],
    ['0.0123456789', 0.0123456789],
    ['"0.0123456789"', 0.0123456789],
    ['123456789012345678', 123456789012345680],
  ])('fault 35, fault 36: %s', (text, total) => {
    const parsed = parseCost({ total_cost: JSON.parse(text) }, asked);
    expect(parsed).toEqual({ ok: true, value: total });
  });

  it.each([
    '1e309',
    '-1e309',
    '"1e3"',
    '"1,5"',
    '"NaN"',
    '""',
    '[5]',
    'true',
  ])('fault 35: refuses %s', (text) =>
    expect(parseCost({ total_cost: JSON.parse(text) }, asked)).toEqual(bad));

  it('fault 35: null is a figure that nobody knows, not an answer to be asked for again', () => {
    const unknown = { ok: false, failure: { kind: 'no-figure' } };
    expect(parseCost({ total_cost: null }, asked)).toEqual(unknown);
  });

  it.each([
    ['0E-10', 0],
    ['1E-7', 1e-7],
    ['-2.5e-3', -0.0025],
  ])('fault 35: %s is a decimal as Python writes it', (text, total) =>
    expect(parseCost({ total_cost: text }, asked)).toEqual({ ok: true, value: total }));
});

describe('parseMentor', () => {
  it('gives the unique id and the best name there is', () => {
    const id = { mentor_unique_id: 'm-1', mentor_id: 7 };
    const named = (json: object) => parseMentor({ ...id, ...json }, asked, 'tutor');
    const value = (name: string | null) => ({ ok: true, value: { mentorId: 'm-1', name } });
    expect(named({ mentor_name: 'Tutor', display_name: 'x' })).toEqual(value('Tutor'));
    expect(named({ mentor_name: ' ', display_name: null, mentor: 'Plain' })).toEqual(
      value('Plain'),
    );
    expect(named({ mentor_name: 5 })).toEqual(value(null));
    expect(parseMentor({ mentor_name: 'Tutor' }, asked, 'tutor')).toEqual(bad);
    expect(parseMentor({ mentor_unique_id: '' }, asked, 'tutor')).toEqual(bad);
  });

  it.each<[asked: string, answer: object, taken: boolean]>([
    [UUID, { mentor_unique_id: UUID }, true],
    [UUID.toUpperCase(), { mentor_unique_id: UUID }, true],
    [UUID, { mentor_unique_id: UUID, mentor_slug: 'tutor' }, true],
    [UUID, { mentor_unique_id: OTHER }, false],
    [UUID, { mentor_unique_id: OTHER, mentor_slug: UUID }, false],
    ['tutor', { mentor_unique_id: UUID }, true],
    ['tutor', { mentor_unique_id: UUID, mentor_slug: 'tutor' }, true],
    ['tutor', { mentor_unique_id: UUID, mentor_slug: 'coach' }, false],
    ['m-1', { mentor_unique_id: 'm-1', mentor_slug: 'tutor' }, true],
    ['tutor', { mentor_unique_id: UUID, platform_key: 'acme' }, true],
    ['tutor', { mentor_unique_id: UUID, platform_key: 'globex' }, false],
    [UUID, { mentor_unique_id: UUID, org: 'globex' }, false],
  ])('asked for %s the answer %j is taken: %s', (idOrSlug, answer, taken) =>
    expect(parseMentor(answer, asked, idOrSlug).ok).toBe(taken));
});
