import { DAY_MS, FIRST_DAY } from '../data/people';
import type { Visit } from '../data/visit';
import { registeredIn, visitsOf } from '../data/visits';

/** Whose figures, and for which UTC days (epoch ms; the end is the day after the last). */
export interface Gen2Wanted {
  orgKey: string;
  /** Only what this person cost; active users and ratings are everybody's all the same. */
  userName?: string;
  mentorId?: string;
  startMs: number;
  endMs: number;
  nowMs: number;
}

export interface Gen2Figures {
  /** US dollars, exact to the fifth decimal. */
  cost: number;
  costByDay: number[];
  costByModel: Record<string, number>;
  costByProvider: Record<string, number>;
  costByAction: Record<string, number>;
  costByPerson: Record<string, number>;
  /** By the mentor's unique id. */
  costByMentor: Record<string, number>;
  activeUsers: number;
  activeByDay: number[];
  /** All who had registered by the end of the days, or by now. */
  registeredUsers: number;
  /** From 1 to 5; null on days without a rating. */
  ratingByDay: (number | null)[];
}

/** The expected figures of the second generation, counted from the visits without the demo API's code. */
export function expectedGen2(wanted: Gen2Wanted): Gen2Figures {
  const { orgKey, userName, mentorId, startMs, endMs, nowMs } = wanted;
  const counted = visitsOf(orgKey, startMs, endMs, nowMs).filter(
    (visit) => mentorId === undefined || visit.mentorId === mentorId,
  );
  const paid = counted.filter(({ person }) => userName === undefined || person.name === userName);
  const dayCount = Math.ceil((Math.min(endMs, nowMs) - startMs) / DAY_MS);
  const byDay = <T>(visits: Visit[], figure: (ofDay: Visit[]) => T): T[] => {
    const days = Array.from({ length: dayCount }, (): Visit[] => []);
    for (const visit of visits) days[Math.floor((visit.atMs - startMs) / DAY_MS)]?.push(visit);
    return days.map(figure);
  };
  return {
    cost: dollars(paid),
    costByDay: byDay(paid, dollars),
    costByModel: dollarsBy(paid, ({ model }) => model.name),
    costByProvider: dollarsBy(paid, ({ model }) => model.provider),
    costByAction: dollarsBy(paid, ({ action }) => action),
    costByPerson: dollarsBy(paid, ({ person }) => person.name),
    costByMentor: dollarsBy(paid, (visit) => visit.mentorId),
    activeUsers: people(counted),
    activeByDay: byDay(counted, people),
    registeredUsers: registeredBefore(orgKey, Math.min(endMs, nowMs)),
    ratingByDay: byDay(counted, averageRating),
  };
}

function dollars(visits: Visit[]): number {
  return visits.reduce((sum, { costMicros }) => sum + costMicros, 0) / 1e6;
}

function dollarsBy(visits: Visit[], nameOf: (visit: Visit) => string): Record<string, number> {
  const groups = new Map<string, Visit[]>();
  for (const visit of visits) {
    const name = nameOf(visit);
    const group = groups.get(name);
    if (group) group.push(visit);
    else groups.set(name, [visit]);
  }
  return Object.fromEntries([...groups].map(([name, group]) => [name, dollars(group)]));
}

function people(visits: Visit[]): number {
  return new Set(visits.map(({ person }) => person.name)).size;
}

function averageRating(visits: Visit[]): number | null {
  const ratings = visits.flatMap(({ rating }) => (rating === null ? [] : rating));
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  return ratings.length === 0 ? null : sum / ratings.length;
}

function registeredBefore(orgKey: string, untilMs: number): number {
  let count = 0;
  for (let day = FIRST_DAY; day * DAY_MS < untilMs; day++) {
    count += registeredIn(orgKey, day).filter((person) => person.registeredAtMs < untilMs).length;
  }
  return count;
}
