import { finishedDays } from '@/utils/figures/comparison/comparable';
import { samplePeriod } from '@/utils/figures/sample';
import type { Period } from '@/utils/figures/time/period';
import { DAY_MS, type Range } from '@/utils/figures/time/range';
import { say } from '@/utils/say';
import { mentorShare } from '../mentor-share';
import type { TopicsData } from './data';

type Invented = [perDay: number, before: number, rating: number];

/** Invented topics, each with its part of the conversations, its growth, and its rating. */
const TOPICS: Invented[] = [
  [9, 0.7, 4.4],
  [7, 0.95, 4.2],
  [6, 0.4, 4.6],
  [5, 1.1, 3.9],
  [4, 0.9, 4.1],
  [3.4, 1, 4.3],
  [2.6, 0.8, 4.5],
  [2, 1.2, 3.7],
  [1.6, 0.9, 4.2],
  [1.1, 0.6, 4.7],
  [0.7, 1, 4],
  [0.4, 1, 4.1],
];
/** The one of them that grew most. */
const GREW_MOST = 2;

/** The names of as many topics, in the language of the texts. */
const names = () => say('sample_topics').split('; ');

/** Invented topics of any range. */
export function sampleTopics(range: Range, mentor: boolean, nowMs: number): TopicsData {
  const period = samplePeriod(range, nowMs);
  const days = (period.endMs - period.startMs) / DAY_MS;
  const named = names();
  const topics = TOPICS.map(([perDay, , rating], place) => {
    const name = named[place] ?? '';
    const conversations = Math.round(perDay * days * mentorShare(mentor));
    return {
      name,
      conversations,
      messages: conversations * 7,
      rating,
      rated: Math.round(conversations * 0.16),
    };
  });
  return {
    ...{ period, asOfMs: nowMs, topics, total: topics.length, more: false },
    growth: growthIn(period, mentorShare(mentor), nowMs),
  };
}

/** The topic that grew most, on the days that have ended. */
function growthIn(period: Period, share: number, nowMs: number): TopicsData['growth'] {
  const intervals = finishedDays(period, nowMs);
  if (!intervals) return null;
  const days = (intervals.now.endMs - intervals.now.startMs) / DAY_MS;
  const [perDay = 0, before = 0] = TOPICS[GREW_MOST] ?? [];
  const name = names()[GREW_MOST] ?? '';
  const value = Math.round(perDay * days * share);
  return { ...intervals, most: { name, value, preceding: Math.round(value * before) } };
}
