// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyOf, MENTORS, mentorsOf } from '../data/organizations';
import { DAY_MS, HOUR_MS } from '../data/people';
import { visitsOf } from '../data/visits';
import { ask } from '../server/ask';
import { type Demo, startDemo } from '../server/server';
import { expectedFigures } from './gen1';

const nowMs = Date.UTC(2026, 2, 20, 12, 30);
const today = Date.UTC(2026, 2, 20);
const tutor = MENTORS[0]?.id ?? '';
const mine = 'https://base.manager.iblai.app/api/ai-analytics/orgs/acme/users/ada';
const of = (startMs: number, endMs: number, mentorId: string | null = null) =>
  expectedFigures({
    ...{ orgKey: 'acme', userName: 'ada', mentorId },
    ...{ startMs, endMs, nowMs, aggregation: 'daily' },
  });

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ nowMs: () => nowMs });
});
beforeEach(() => demo.control.reset());
afterAll(() => demo.close());

interface Cohorts {
  periods: string[];
  new_users: number[];
  veteran_users: number[];
}
type Feedback = { period: string; feedback_count: number }[];

async function get<T>(path: string): Promise<T> {
  const { json } = await ask(demo.httpsPort, mine + path, `Api-Token ${apiKeyOf('acme', 'ada')}`);
  return json as T;
}
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('the API says what is expected', () => {
  const fromMs = today - 29 * DAY_MS;
  const dates = `start_date=${day(fromMs)}&end_date=${day(today)}`;

  it.each(['', `&mentor_id=${tutor}`])('of cohorts and feedback%s, day by day', async (filter) => {
    const figures = of(fromMs, today + DAY_MS, filter ? tutor : null);
    const cohorts = await get<Cohorts>(`/user-cohorts-over-time/?${dates}${filter}`);
    expect(sum(cohorts.new_users)).toBe(figures.newUsers);
    expect(figures.newUsers).toBeGreaterThan(10);
    expect(cohorts.veteran_users.filter(Boolean)).toEqual(figures.veterans.filter(Boolean));
    expect(figures.veterans).toHaveLength(30);
    const [rows] = await get<[Feedback]>(`/user-feedback/?${dates}${filter}`);
    expect(sum(rows.map((row) => row.feedback_count))).toBe(figures.feedback);
  });

  it('hour by hour and week by week the same new users and feedback', async () => {
    for (const aggregation of ['hourly', 'weekly']) {
      const query = `?${dates}&aggregation=${aggregation}`;
      const cohorts = await get<Cohorts>(`/user-cohorts-over-time/${query}`);
      expect(sum(cohorts.new_users)).toBe(of(fromMs, today + DAY_MS).newUsers);
      const [rows] = await get<[Feedback]>(`/user-feedback/${query}`);
      expect(sum(rows.map((row) => row.feedback_count))).toBe(of(fromMs, nowMs).feedback);
      if (aggregation === 'weekly') {
        expect(rows.every(({ period }) => new Date(period).getUTCDay() === 1)).toBe(true);
      }
    }
  });

  it('of the cost, whose parts add up to the millionth', async () => {
    const cost = async (path: string, startMs: number, endMs: number) => {
      const [start, end] = [startMs, endMs].map((ms) => new Date(ms).toISOString());
      const query = `start_date=${start}&end_date=${end}`;
      return (await get<{ total_cost: number }>(`${path}${query}`)).total_cost;
    };
    const whole = await cost('/user-cost/?username=grace&', fromMs, nowMs);
    const parts = await Promise.all(
      [0, 1, 2, 3, 4].map((part) =>
        cost(
          '/user-cost/?username=grace&',
          fromMs + part * 6 * DAY_MS,
          fromMs + (part + 1) * 6 * DAY_MS,
        ),
      ),
    );
    expect(Math.round(sum(parts) * 1e6)).toBe(Math.round(whole * 1e6));
    const wanted = { orgKey: 'acme', userName: 'grace', nowMs, aggregation: 'daily' as const };
    expect(whole).toBe(expectedFigures({ ...wanted, startMs: fromMs, endMs: nowMs }).cost);
    expect(whole).toBeGreaterThan(1);
    const ofMentor = await cost(`/mentors/${tutor}/cost/?`, fromMs, nowMs);
    expect(ofMentor).toBe(of(fromMs, nowMs, tutor).mentorCost);
  });
});

describe('the branches that nobody promises', () => {
  const dates = `start_date=${day(today - 3 * DAY_MS)}&end_date=${day(today + 3 * DAY_MS)}`;
  const periods = async () => (await get<Cohorts>(`/user-cohorts-over-time/?${dates}`)).periods;

  it('an end which is not itself counted', async () => {
    const query = `start_date=${day(today - DAY_MS)}&end_date=${day(today)}`;
    const days = async () => (await get<Cohorts>(`/user-cohorts-over-time/?${query}`)).periods;
    expect(await days()).toEqual(['2026-03-19T00:00:00Z', '2026-03-20T00:00:00Z']);
    demo.control.behaviour.endInclusive = false;
    expect(await days()).toEqual(['2026-03-19T00:00:00Z']);
  });

  it('gaps filled, those to come too', async () => {
    expect(await periods()).toHaveLength(4);
    demo.control.behaviour.fillGaps = true;
    expect(await periods()).toHaveLength(7);
  });

  it('times without a zone', async () => {
    demo.control.behaviour.zoneless = true;
    expect((await periods())[0]).toBe('2026-03-17 00:00:00');
  });

  it('feedback nested, flat, or as one object', async () => {
    const [nested] = await get<[Feedback]>(`/user-feedback/?${dates}`);
    demo.control.behaviour.feedbackShape = 'flat';
    expect(await get<Feedback>(`/user-feedback/?${dates}`)).toEqual(nested);
    demo.control.behaviour.feedbackShape = 'object';
    expect(await get(`/user-feedback/?${dates}`)).toEqual({
      week: '2026-03-17T00:00:00Z',
      feedback_count: sum(nested.map((row) => row.feedback_count)),
    });
  });
});

describe('the visits behind it all', () => {
  it('end with now, and what was stays as it was', () => {
    const before = visitsOf('acme', today - DAY_MS, nowMs, nowMs);
    const later = visitsOf('acme', today - DAY_MS, nowMs + DAY_MS, nowMs + HOUR_MS);
    expect(visitsOf('acme', nowMs, nowMs + DAY_MS, nowMs)).toEqual([]);
    expect(later.slice(0, before.length)).toEqual(before);
    expect(later.length).toBeGreaterThan(before.length);
  });

  it('belong to the organization’s mentors, and differ between organizations', () => {
    const [acme, globex] = ['acme', 'globex'].map((orgKey) =>
      visitsOf(orgKey, today - 7 * DAY_MS, nowMs, nowMs),
    );
    const ids = mentorsOf('acme').map(({ id }) => id);
    expect(acme?.every(({ mentorId }) => ids.includes(mentorId))).toBe(true);
    expect(acme?.length).not.toBe(globex?.length);
  });

  it('are fewer at weekends', () => {
    const onDay = (date: number) => visitsOf('acme', date, date + DAY_MS, nowMs).length;
    expect(onDay(Date.UTC(2026, 2, 15))).toBeLessThan(onDay(Date.UTC(2026, 2, 17)) / 2);
  });
});
