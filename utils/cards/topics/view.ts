import type { Say } from '@/utils/failure';
import { sentences, spokenCount } from '@/utils/figures/chart/spoken';
import { againstWhat } from '@/utils/figures/comparison/against-what';
import type { Compared } from '@/utils/figures/comparison/comparison';
import { changeOf } from '@/utils/figures/kpi';
import { dayRange, exactCount, percentChange, rating } from '@/utils/figures/text/format';
import { safeText } from '@/utils/figures/text/safe-text';
import type { AnyCardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { Topic, TopicsData } from './data';

type Named = Pick<Topic, 'name'>;

/** As many are drawn; all of them are in the table. */
export const MOST_DRAWN = 10;
const LEAST_GROWTH = 3;

/** A topic's name as it is shown: text and nothing else, whatever it holds. */
export const topicName = ({ name }: Named, say: Say, max = 300): string =>
  (name === null ? '' : safeText(name, max)) || say('ui_topic_unnamed');

/** The topic that grew most, if it grew by three conversations at least. */
export function grownMost({ growth }: TopicsData): (Named & { compared: Compared }) | null {
  if (!growth?.most || growth.most.value - growth.most.preceding < LEAST_GROWTH) return null;
  const { now, before, most } = growth;
  const { name, value, preceding } = most;
  return { name, compared: { now, before, value, preceding, byDay: false } };
}

/** "“Integrals” grew most: +31 % on the same part of the 7 days before", or nothing. */
export function growthSentence(data: TopicsData, say: Say, locale: string): string {
  const topic = grownMost(data);
  if (!topic) return '';
  const { compared } = topic;
  const name = topicName(topic, say, 60);
  const against = againstWhat(compared, data.period, say, locale);
  const change = changeOf(compared.value, compared.preceding);
  return change === null
    ? say('ui_topics_new', name, against)
    : say('ui_topics_grew', name, percentChange(change, locale), against);
}

export const topicsView: AnyCardView<TopicsData> = {
  title: 'chart_title_topics',
  kpis: [],
  legend: [],
  drawsPreceding: () => false,
  summary(data, whose, say, locale) {
    const [first] = data.topics;
    return sentences(
      say(
        'chart_summary_topics',
        groupName(whose),
        dayRange(data.period, say, locale),
        spokenCount(data.total, say, locale),
      ),
      first
        ? say(
            'chart_summary_top_topic',
            topicName(first, say, 60),
            spokenCount(first.conversations, say, locale),
          )
        : '',
      growthSentence(data, say, locale),
    );
  },
  explains: {
    kpi: 'conversations',
    part(data, say) {
      const topic = grownMost(data);
      if (!topic) return null;
      return { name: topicName(topic, say, 60), compared: topic.compared };
    },
  },
  table: {
    of: 'chart_topic',
    columns: [
      { figure: 'conversations', label: 'chart_conversations', unit: 'conversations' },
      { figure: 'messages', label: 'chart_messages', unit: 'messages' },
      { figure: 'average-rating', label: 'chart_average_rating', unit: 'rating 1-5' },
      { figure: 'rated', label: 'chart_rated', unit: 'ratings' },
    ],
    rows: ({ topics }, say) =>
      topics.map((topic) => ({
        key: topic.name ?? '',
        name: topicName(topic, say),
        cells: [topic.conversations, topic.messages, topic.rating, topic.rated],
      })),
    write: (value, locale, column) =>
      column === 2 ? rating(value, locale) : exactCount(value, locale),
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  notes: ({ topics, total, more }, say, locale) =>
    more
      ? [
          say(
            'ui_note_topics_more',
            exactCount(topics.length, locale),
            spokenCount(total, say, locale),
          ),
        ]
      : [],
};
