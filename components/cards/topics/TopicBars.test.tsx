// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { sayEnglish, saySpanish } from '@/utils/cards/fake-figures';
import { tableOf } from '@/utils/cards/table';
import type { Topic, TopicsData } from '@/utils/cards/topics/data';
import { sampleTopics } from '@/utils/cards/topics/sample';
import { growthSentence } from '@/utils/cards/topics/view';
import { TopicBars } from './TopicBars';

afterEach(cleanup);

const sample = sampleTopics({ kind: '30d' }, false, Date.UTC(2026, 10, 23));
const topicOf = (over: Partial<Topic>): Topic => ({
  ...{ name: 'Limits', conversations: 9, messages: 40, rating: null, rated: null },
  ...over,
});
const dataOf = (...topics: Topic[]): TopicsData => ({ ...sample, topics, total: topics.length });
const show = (data: TopicsData) => {
  render(<TopicBars data={data} summary="Topics" />);
  return screen.getAllByRole('listitem');
};

describe('topics', () => {
  it('are ten bars with their figures; all of them are in the table', () => {
    const items = show(sample);
    expect(items).toHaveLength(10);
    expect({ ...items[0]?.dataset }).toEqual({ topic: 'Confidence intervals', value: '270' });
    expect(items[0]?.textContent).toContain('1,890 messages · rated 4.40 by 43');
    const table = tableOf('topics', sample, sayEnglish, 'en');
    expect(table.rows(0, 99)).toHaveLength(sample.topics.length);
  });

  it.each([
    ['=cmd()', '=cmd()'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['\u202Eabc\u202C', 'abc'],
    [null, 'without a name'],
  ])('have any name %s, shown as text', (name, shown) => {
    const [item] = show(dataOf(topicOf({ name })));
    expect(item?.querySelector('.topic-name')?.textContent).toBe(shown);
    expect(item?.dataset.topic).toBe(name ?? '');
    expect(item?.querySelector('b')).toBeNull();
  });

  it('count a single message as one', () => {
    const [item] = show(dataOf(topicOf({ messages: 1 })));
    expect(item?.textContent).toContain('1 message');
    expect(item?.textContent).not.toContain('1 messages');
  });

  it('say what is unknown as unknown, and nothing of what nobody told', () => {
    const [item] = show(dataOf(topicOf({ conversations: null, messages: null, rating: 4 })));
    expect(item?.dataset.value).toBe('');
    expect(item?.textContent).toContain('unknown');
    expect(item?.textContent).toContain('rated 4.00');
  });
});

describe('the topic that grew most', () => {
  const DAY_MS = 86_400_000;
  const { startMs } = sample.period;
  const days = 29 * DAY_MS;
  const grew = (value: number, preceding: number): TopicsData => ({
    ...sample,
    growth: {
      now: { startMs, endMs: startMs + days },
      before: { startMs: startMs - 30 * DAY_MS, endMs: startMs - 30 * DAY_MS + days },
      most: { name: 'Limits', value, preceding },
    },
  });

  it('is said with its change and what it is compared with, or as new', () => {
    expect(growthSentence(grew(9, 6), sayEnglish, 'en')).toBe(
      '“Limits” grew most: +50% on the same part of the 30 days before.',
    );
    expect(growthSentence(grew(9, 0), saySpanish, 'es')).toBe(
      '«Limits» es nuevo respecto a la misma parte de los 30 días anteriores.',
    );
  });

  it('is none where growth is small, or nothing was compared', () => {
    expect(growthSentence(grew(9, 7), sayEnglish, 'en')).toBe('');
    expect(growthSentence({ ...sample, growth: null }, sayEnglish, 'en')).toBe('');
  });
});
