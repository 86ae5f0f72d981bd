import type { TopicsData } from '@/utils/cards/topics/data';
import { growthSentence, MOST_DRAWN, topicName } from '@/utils/cards/topics/view';
import { counted } from '@/utils/figures/text/counted';
import { exactCount, rating } from '@/utils/figures/text/format';
import { locale, say } from '@/utils/say';

/** The most discussed topics as bars, each with its figures beside it. */
export function TopicBars({ data, summary }: { data: TopicsData; summary: string }) {
  const top = data.topics.slice(0, MOST_DRAWN);
  const most = Math.max(1, ...top.map(({ conversations }) => conversations ?? 0));
  const grown = growthSentence(data, say, locale());
  return (
    <>
      {grown && <p class="card-sentence">{grown}</p>}
      <ol class="topics" aria-label={summary}>
        {top.map((topic, index) => (
          <li
            key={`${index} ${topic.name}`}
            data-topic={topic.name ?? ''}
            data-value={topic.conversations ?? ''}
          >
            <bdi class="topic-name" title={topicName(topic, say)}>
              {topicName(topic, say)}
            </bdi>
            <span class="topic-count">{known(topic.conversations)}</span>
            <span class="topic-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * (topic.conversations ?? 0)) / most}%` }} />
            </span>
            <span class="topic-more">{moreOf(topic)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

const known = (value: number | null): string =>
  value === null ? say('chart_unknown') : exactCount(value, locale());

/** For example "120 messages · 4.50 (8 rated)"; unknown parts are left out. */
function moreOf({ messages, rating: average, rated }: TopicsData['topics'][number]): string {
  const parts = messages === null ? [] : [counted('ui_messages', messages, say, locale())];
  if (average !== null) {
    const text = rating(average, locale());
    parts.push(
      rated === null ? say('ui_topic_rating', text) : say('ui_topic_rated', text, known(rated)),
    );
  }
  return parts.join(' · ');
}
