import { finishedDays } from '@/utils/figures/comparison/comparable';
import { sampleActivity, samplePeriod } from '@/utils/figures/sample';
import { bucketsOf } from '@/utils/figures/time/buckets';
import type { Period } from '@/utils/figures/time/period';
import { precedingPeriod } from '@/utils/figures/time/preceding-period';
import type { Range } from '@/utils/figures/time/range';
import { mentorShare } from '../mentor-share';
import type { ConversationsData } from './data';

/** Invented conversations and sessions of any range. */
export function sampleConversations(
  range: Range,
  mentor: boolean,
  nowMs: number,
): ConversationsData {
  const period = samplePeriod(range, nowMs);
  return {
    period,
    asOfMs: nowMs,
    points: pointsOf(period, nowMs, mentorShare(mentor)),
    preceding: { points: pointsOf(precedingPeriod(period), nowMs, mentorShare(mentor)) },
    averages: {
      messages: { value: 7.4, compared: { value: 7.4, preceding: 6.9 } },
      rating: { value: 4.21, compared: { value: 4.21, preceding: 4.12 } },
      cost: { value: 0.031, compared: { value: 0.031, preceding: 0.029 } },
    },
    averaged: finishedDays(period, nowMs),
  };
}

const pointsOf = (period: Period, nowMs: number, share: number) =>
  bucketsOf(period, nowMs).map(({ startMs, endMs }) => {
    const activity = sampleActivity(startMs, endMs - startMs, nowMs, 3.2 * share, 4);
    const conversations = Math.round(activity);
    return { startMs, conversations, sessions: Math.round(conversations * 0.72) };
  });
