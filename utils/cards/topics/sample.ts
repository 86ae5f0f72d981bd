import { finishedDays } from '@/utils/figures/comparison/comparable';
import { type Period, periodOf } from '@/utils/figures/time/period';
import { DAY_MS, type Range } from '@/utils/figures/time/range';
import { mentorShare } from '../mentor-share';
import type { TopicsData } from './data';

type Invented = [name: string, perDay: number, before: number, rating: number];
const GREW_MOST: Invented = ['Exam preparation', 6, 0.4, 4.6];

/** Invented topics, each with its part of the conversations, its growth, and its rating. */
const TOPICS: Invented[] = [
  ['Confidence intervals', 9, 0.7, 4.4],
  ['Linear regression', 7, 0.95, 4.2],
  GREW_MOST,
  ['Hypothesis tests', 5, 1.1, 3.9],
  ['Sampling', 4, 0.9, 4.1],
  ['Probability', 3.4, 1, 4.3],
  ['Reading plots', 2.6, 0.8, 4.5],
  ['R basics', 2, 1.2, 3.7],
  ['Standard deviation', 1.6, 0.9, 4.2],
  ['Study plan', 1.1, 0.6, 4.7],
  ['Citing data', 0.7, 1, 4],
  ['Office hours', 0.4, 1, 4.1],
];

/** Invented topics of any range. */
export function sampleTopics(range: Range, mentor: boolean, nowMs: number): TopicsData {
  const period = periodOf(range, nowMs);
  const days = (period.endMs - period.startMs) / DAY_MS;
  const topics = TOPICS.map(([name, perDay, , rating]) => {
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
  const stretches = finishedDays(period, nowMs);
  if (!stretches) return null;
  const days = (stretches.now.endMs - stretches.now.startMs) / DAY_MS;
  const [name, perDay, before] = GREW_MOST;
  const value = Math.round(perDay * days * share);
  return { ...stretches, most: { name, value, preceding: Math.round(value * before) } };
}
