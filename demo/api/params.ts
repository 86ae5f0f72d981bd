import { findMentor } from '../data/organizations';
import { DAY_MS } from '../data/people';
import { type Answer, type Asked, refused } from './answer';

export type Aggregation = 'hourly' | 'daily' | 'weekly';

/** The parsed parameters of a request, or the answer that says what is wrong with them. */
export type Checked<T> = { ok: true; value: T } | { ok: false; answer: Answer };

export interface SeriesAsked {
  startMs: number;
  /** The end, not itself included, whatever the API takes `end_date` for. */
  endMs: number;
  aggregation: Aggregation;
  mentorId: string | null;
}

export interface SpanAsked {
  startMs: number;
  endMs: number;
}

/** `start_date`, `end_date` as days, `aggregation`, `mentor_id`: of cohorts and feedback. */
export function seriesAsked({ orgKey, query, behaviour }: Asked): Checked<SeriesAsked> {
  const dates = bothDates(
    query,
    dayOf,
    'Date has wrong format. Use one of these formats: YYYY-MM-DD.',
  );
  if (!dates.ok) return dates;
  const aggregation = query.get('aggregation') ?? 'daily';
  if (!isAggregation(aggregation)) {
    return wrong({ aggregation: [`"${aggregation}" is not a valid choice.`] });
  }
  const mentorId = query.get('mentor_id');
  if (mentorId !== null && findMentor(orgKey, mentorId)?.id !== mentorId) {
    return { ok: false, answer: refused(404, 'Mentor not found.') };
  }
  const { startMs, endMs } = dates.value;
  const lastMs = behaviour.endInclusive ? endMs + DAY_MS : endMs;
  return { ok: true, value: { startMs, endMs: lastMs, aggregation, mentorId } };
}

/** `start_date`, `end_date` as date-times: of the costs. */
export function spanAsked({ query }: Asked): Checked<SpanAsked> {
  const format = 'YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]';
  return bothDates(
    query,
    instantOf,
    `Datetime has wrong format. Use one of these formats instead: ${format}.`,
  );
}

function bothDates(
  query: URLSearchParams,
  read: (text: string) => number | null,
  wrongFormat: string,
): Checked<SpanAsked> {
  const problems: Record<string, string[]> = {};
  const instants = ['start_date', 'end_date'].map((name) => {
    const text = query.get(name);
    const instant = text === null ? null : read(text);
    if (text === null) problems[name] = ['This field is required.'];
    else if (instant === null) problems[name] = [wrongFormat];
    return instant;
  });
  const [startMs, endMs] = instants;
  if (typeof startMs !== 'number' || typeof endMs !== 'number') return wrong(problems);
  if (startMs > endMs) return wrong({ error: 'start_date must be before end_date' });
  return { ok: true, value: { startMs, endMs } };
}

/** A real calendar day; 30 February is none. */
export function dayOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : ms;
}

function instantOf(text: string): number | null {
  const shape = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/;
  const [, day, , , zone] = shape.exec(text) ?? [];
  if (day === undefined || dayOf(day) === null) return null;
  const ms = Date.parse(zone === undefined ? `${text}Z` : text);
  return Number.isNaN(ms) ? null : ms;
}

function isAggregation(text: string): text is Aggregation {
  return text === 'hourly' || text === 'daily' || text === 'weekly';
}

/** The 400 that says what is wrong with each parameter. */
export function wrong(body: Record<string, unknown>): { ok: false; answer: Answer } {
  return { ok: false, answer: { status: 400, body } };
}
