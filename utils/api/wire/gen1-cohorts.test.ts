import { describe, expect, it } from 'vitest';
import { parseCohorts } from './gen1';

const asked = { users: ['ada', 'owner'], org: 'acme', mentorId: 'm-1' };
const day = (n: number) => `2026-03-0${n}T00:00:00Z`;
const ms = (n: number) => Date.UTC(2026, 2, n);

describe('parseCohorts', () => {
  const answer = (over: object = {}) => ({
    periods: [day(1), day(2)],
    new_users: [1, 2],
    veteran_users: [3, 4],
    ...over,
  });
  const rowsOf = (json: unknown) => {
    const parsed = parseCohorts(json, asked);
    return parsed.ok ? parsed.value.rows : parsed.failure.kind;
  };
  const incomplete = (json: unknown) => {
    const parsed = parseCohorts(json, asked);
    return parsed.ok && parsed.value.incomplete;
  };

  it('gives a row for each period', () => {
    expect(parseCohorts(answer(), asked)).toEqual({
      ok: true,
      value: {
        incomplete: false,
        rows: [
          { startMs: ms(1), newUsers: 1, veteranUsers: 3 },
          { startMs: ms(2), newUsers: 2, veteranUsers: 4 },
        ],
      },
    });
  });

  it('fault 33: refuses an answer without one of its fields', () => {
    for (const field of ['periods', 'new_users', 'veteran_users']) {
      const { [field]: _, ...rest } = answer() as Record<string, unknown>;
      expect(rowsOf(rest)).toBe('bad-response');
    }
  });

  it('fault 34, fault 42, fault 88: drops what it does not know', () => {
    const json = JSON.parse(
      `{"periods":["${day(1)}"],"new_users":[1],"veteran_users":[2],"aggregation":"fortnightly","__proto__":{"evil":1}}`,
    );
    expect(rowsOf(json)).toEqual([{ startMs: ms(1), newUsers: 1, veteranUsers: 2 }]);
    expect(Object.hasOwn(Object.prototype, 'evil')).toBe(false);
  });

  it.each([
    ['"7"', 7],
    ['7.0', 7],
    ['"7.0"', 7],
    ['-0', 0],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740993', null],
    ['1e309', null],
    ['"Infinity"', null],
    ['"1e3"', null],
    ['"0x10"', null],
    ['" "', null],
    ['-1', null],
    ['1.5', null],
    ['null', null],
    ['true', null],
    ['[1]', null],
  ])('fault 35, fault 36: %s as a count is %s', (text, count) => {
    const rows = rowsOf(answer({ new_users: [JSON.parse(text), 2] }));
    expect(rows).toEqual([
      { startMs: ms(1), newUsers: count, veteranUsers: 3 },
      { startMs: ms(2), newUsers: 2, veteranUsers: 4 },
    ]);
  });

  it('fault 37: leaves out a row without an instant, and says so', () => {
    const json = answer({ periods: ['2026-02-30T00:00:00Z', day(2)] });
    expect(rowsOf(json)).toEqual([{ startMs: ms(2), newUsers: 2, veteranUsers: 4 }]);
    expect(incomplete(json)).toBe(true);
    expect(rowsOf(answer({ periods: ['x', null] }))).toBe('bad-response');
  });

  it('fault 39: what is missing from a shorter list is unknown', () => {
    const short = answer({ veteran_users: [3] });
    expect(rowsOf(short)).toContainEqual({ startMs: ms(2), newUsers: 2, veteranUsers: null });
    expect(incomplete(short)).toBe(true);
    expect(incomplete(answer({ new_users: [1, 2, 3] }))).toBe(true);
    expect(rowsOf(answer({ periods: [] }))).toBe('bad-response');
  });

  it('fault 40: an empty series is an answer', () => {
    expect(rowsOf({ periods: [], new_users: [], veteran_users: [] })).toEqual([]);
  });

  it('fault 38: 100,000 points take no longer than their number asks for', () => {
    const bestMs = (count: number) => {
      const many = Array.from({ length: count }, (_, i) => i);
      const periods = many.map((i) => new Date(i * 3_600_000).toISOString());
      const times = [1, 2, 3].map(() => {
        const startMs = performance.now();
        expect(rowsOf({ periods, new_users: many, veteran_users: many })).toHaveLength(count);
        return performance.now() - startMs;
      });
      return Math.min(...times);
    };
    // Ten times as many; where each looked at all others, it would take a hundred times as long.
    expect(bestMs(100_000) / bestMs(10_000)).toBeLessThan(40);
  });
});
