import { DAY_MS } from '../data/people';
import { sessionOf, type Visit } from '../data/visit';
import { visitsOf } from '../data/visits';
import type { Gen2Wanted } from './gen2';

interface TopicFigures {
  conversations: number;
  messages: number;
  /** From 1 to 5; null where nobody rated. */
  rating: number | null;
  rated: number;
}

/** The conversations of some days: their counts, times, costs and ratings. */
export interface TalkFigures {
  conversations: number;
  /** In each UTC day up to now. */
  conversationsByDay: number[];
  sessions: number;
  messagesPerSession: number;
  rating: number | null;
  rated: number;
  /** US dollars. */
  costPerSession: number;
  costPerConversation: number;
  topics: Map<string, TopicFigures>;
  /** Messages by day of the week (0 is Sunday) and hour of UTC. */
  hours: number[][];
}

/** The expected figures of conversations, counted from the visits without the demo API's code. */
export function expectedConversations(wanted: Omit<Gen2Wanted, 'userName'>): TalkFigures {
  const { orgKey, mentorId, startMs, endMs, nowMs } = wanted;
  const visits = visitsOf(orgKey, startMs, endMs, nowMs).filter(
    (visit) => mentorId === undefined || visit.mentorId === mentorId,
  );
  const days = Math.ceil((Math.min(endMs, nowMs) - startMs) / DAY_MS);
  const sessions = new Set(visits.map(sessionOf)).size;
  const dollars = visits.reduce((sum, { costMicros }) => sum + costMicros, 0) / 1e6;
  return {
    conversations: visits.length,
    conversationsByDay: countsByDay(visits, startMs, days),
    sessions,
    messagesPerSession: messagesIn(visits) / sessions,
    ...ratingOf(visits),
    costPerSession: dollars / sessions,
    costPerConversation: dollars / visits.length,
    topics: topicsOf(visits),
    hours: hoursOf(visits),
  };
}

function countsByDay(visits: Visit[], startMs: number, days: number): number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const { atMs } of visits) {
    const day = Math.floor((atMs - startMs) / DAY_MS);
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** The hours of the week in a time zone that is so many minutes ahead of UTC, by the start of each hour. */
export function hoursIn(hours: number[][], aheadMinutes: number): number[][] {
  const moved = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const [day, ofDay] of hours.entries()) {
    for (const [hour, value] of ofDay.entries()) {
      const slot = (day * 24 + hour + Math.floor(aheadMinutes / 60) + 168) % 168;
      const row = moved[Math.floor(slot / 24)];
      if (row) row[slot % 24] = value;
    }
  }
  return moved;
}

function hoursOf(visits: Visit[]): number[][] {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { atMs, messages } of visits) {
    const at = new Date(atMs);
    const ofDay = hours[at.getUTCDay()];
    if (ofDay) ofDay[at.getUTCHours()] = (ofDay[at.getUTCHours()] ?? 0) + messages;
  }
  return hours;
}

const messagesIn = (visits: Visit[]): number =>
  visits.reduce((sum, { messages }) => sum + messages, 0);

function topicsOf(visits: Visit[]): Map<string, TopicFigures> {
  const byTopic = new Map<string, Visit[]>();
  for (const visit of visits) {
    const about = byTopic.get(visit.topic) ?? [];
    about.push(visit);
    byTopic.set(visit.topic, about);
  }
  return new Map(
    [...byTopic].map(([name, about]) => {
      const figures = { conversations: about.length, messages: messagesIn(about) };
      return [name, { ...figures, ...ratingOf(about) }];
    }),
  );
}

function ratingOf(visits: Visit[]): { rating: number | null; rated: number } {
  const ratings = visits.flatMap(({ rating }) => (rating === null ? [] : rating));
  const sum = ratings.reduce((total, rating) => total + rating, 0);
  return { rating: ratings.length === 0 ? null : sum / ratings.length, rated: ratings.length };
}
