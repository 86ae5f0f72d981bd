import { expect, it } from 'vitest';
import { DAY_MS, type Range } from '@/utils/figures/time/range';
import { sampleConversations } from './conversations/sample';
import { sayEnglish } from './fake-figures';
import { headline } from './insight';
import type { TopicsData } from './topics/data';
import { sampleTopics } from './topics/sample';

const NOW_MS = Date.UTC(2026, 10, 23, 12);
const WEEK: Range = { kind: 'custom', from: '2026-11-02', to: '2026-11-08' };
const START_MS = Date.UTC(2026, 10, 2);
const sample = sampleConversations(WEEK, false, NOW_MS);
const DAYS = [10, 10, 10, 10, 10, 10, 20];
const conversations = {
  ...sample,
  points: sample.points.map((point, index) => ({ ...point, conversations: DAYS[index] ?? 0 })),
  preceding: {
    points: sample.points.map(({ startMs, ...point }) => ({
      ...point,
      startMs: startMs - 7 * DAY_MS,
      conversations: 8,
    })),
  },
};
const topicsWith = (growth: number): TopicsData => ({
  ...sampleTopics(WEEK, false, NOW_MS),
  growth: {
    now: { startMs: START_MS, endMs: START_MS + 7 * DAY_MS },
    before: { startMs: START_MS - 7 * DAY_MS, endMs: START_MS },
    most: { name: 'Integrals', value: 30, preceding: 30 - growth },
  },
});
const say = (topics: TopicsData) => headline({ conversations, topics }, sayEnglish, 'en') ?? '';

it('says on what a growth was, where one topic carries at least half of it and both are of one time', () => {
  // 80 conversations after 56: 24 more.
  expect(say(topicsWith(12))).toBe(
    'Conversations up 43% on the 7 days before, most of it on “Integrals”.',
  );
  expect(say(topicsWith(11))).toContain('Conversations up 43%');
  expect(say(topicsWith(11))).not.toContain('Integrals');
  expect(say(topicsWith(25))).not.toContain('Integrals');
  const { period } = topicsWith(12);
  const other = { ...topicsWith(12), period: { ...period, startMs: period.startMs - 1 } };
  expect(say(other)).not.toContain('Integrals');
  const { growth } = topicsWith(12);
  const before = { startMs: START_MS - 8 * DAY_MS, endMs: START_MS - DAY_MS };
  expect(say({ ...topicsWith(12), growth: growth && { ...growth, before } })).not.toContain(
    'Integrals',
  );
});
