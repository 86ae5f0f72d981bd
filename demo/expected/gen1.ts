import { DAY_MS, HOUR_MS } from '../data/people';
import type { Visit } from '../data/visit';
import { visitsOf } from '../data/visits';

/** Whose figures, and for which half-open time (epoch ms UTC). */
export interface Wanted {
  orgKey: string;
  userName: string;
  /** Of one mentor instead of the organization; the user's cost stays over all mentors. */
  mentorId?: string | null;
  startMs: number;
  endMs: number;
  nowMs: number;
  aggregation: 'hourly' | 'daily' | 'weekly';
  /**
   * Who registered before this instant is a veteran. The API takes whole days only, so by default
   * it is the beginning of the UTC day in which the time starts.
   */
  askedFromMs?: number;
}

export interface Figures {
  newUsers: number;
  /** In each hour, day or week (from Monday) up to now, clipped to the wanted time. */
  veterans: number[];
  /** Of whole buckets that have ended. */
  veteranAverage: number;
  veteranPeak: number;
  /** US dollars, exact to the millionth. */
  cost: number;
  /** The organization's cost of the one mentor; null if no mentor is given. */
  mentorCost: number | null;
  feedback: number;
}

const MONDAY_MS = -3 * DAY_MS;

/** The expected figures of the dashboard, counted from the visits without the demo API's code. */
export function expectedFigures(wanted: Wanted): Figures {
  const { orgKey, userName, mentorId = null, startMs, endMs, nowMs } = wanted;
  const all = visitsOf(orgKey, startMs, endMs, nowMs);
  const counted = mentorId === null ? all : all.filter((visit) => visit.mentorId === mentorId);
  const veterans = veteransOf(counted, wanted);
  return {
    newUsers: counted.filter(({ isFirst }) => isFirst).length,
    veterans,
    veteranAverage: meanOf(endedVeterans(veterans, wanted)),
    veteranPeak: Math.max(0, ...veterans),
    cost: dollars(all.filter(({ person }) => person.name === userName)),
    mentorCost: mentorId === null ? null : dollars(counted),
    feedback: counted.filter(({ hasFeedback }) => hasFeedback).length,
  };
}

/** Those of whole buckets that have ended; all there are while none has. */
function endedVeterans(
  veterans: number[],
  { startMs, endMs, nowMs, aggregation }: Wanted,
): number[] {
  const { widthMs, first } = gridOf(startMs, aggregation);
  const ended = veterans.filter((_, index) => {
    const fromMs = first + index * widthMs;
    return fromMs >= startMs && fromMs + widthMs <= Math.min(endMs, nowMs);
  });
  return ended.length > 0 ? ended : veterans;
}

const meanOf = (counts: number[]) =>
  counts.reduce((sum, n) => sum + n, 0) / Math.max(1, counts.length);

function gridOf(startMs: number, aggregation: Wanted['aggregation']) {
  const widthMs = { hourly: HOUR_MS, daily: DAY_MS, weekly: 7 * DAY_MS }[aggregation];
  const originMs = aggregation === 'weekly' ? MONDAY_MS : 0;
  return { widthMs, first: originMs + Math.floor((startMs - originMs) / widthMs) * widthMs };
}

function veteransOf(visits: Visit[], { startMs, endMs, nowMs, ...wanted }: Wanted): number[] {
  const { aggregation, askedFromMs = Math.floor(startMs / DAY_MS) * DAY_MS } = wanted;
  const widthMs = { hourly: HOUR_MS, daily: DAY_MS, weekly: 7 * DAY_MS }[aggregation];
  const originMs = aggregation === 'weekly' ? MONDAY_MS : 0;
  const first = Math.floor((startMs - originMs) / widthMs);
  const last = Math.ceil((Math.min(endMs, nowMs + 1) - originMs) / widthMs);
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
    const fromMs = originMs + (first + index) * widthMs;
    const names = visits
      .filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + widthMs)
      .filter(({ person }) => person.registeredAtMs < askedFromMs)
      .map(({ person }) => person.name);
    return new Set(names).size;
  });
}

function dollars(visits: Visit[]): number {
  return visits.reduce((sum, { costMicros }) => sum + costMicros, 0) / 1e6;
}
