import { DAY_MS, FIRST_DAY } from '../../data/people';
import { visitsOf } from '../../data/visits';
import { type Answer, type Asked, found } from '../answer';
import { firstOfEach } from '../gen2/over-time';
import { topicsIn } from '../gen2/topics';
import { type SeriesAsked, seriesAsked } from '../params';
import { byPeriod, timeText } from '../periods';
import { readerOf } from '../reader';

/** The parameters of the older front end, without the dates that some operations don't have. */
const visitsIn = ({ orgKey, nowMs }: Asked, { startMs, endMs, mentorId }: SeriesAsked) =>
  visitsOf(orgKey, startMs, endMs, nowMs).filter(
    (visit) => mentorId === null || visit.mentorId === mentorId,
  );

/** Lists come nested in another where those of feedback do: the vendor's examples are alike. */
const listed = ({ behaviour }: Asked, rows: unknown[]): Answer =>
  found(behaviour.feedbackShape === 'nested' ? [rows] : rows);

const checkedFor =
  (answer: (asked: Asked, series: SeriesAsked) => Answer) =>
  (asked: Asked): Answer => {
    const checked = seriesAsked(asked);
    return checked.ok ? answer(asked, checked.value) : checked.answer;
  };

/** `conversation-summary/`: totals since ever by its type, or a series. */
export function conversationSummary(asked: Asked): Answer {
  if (asked.behaviour.conversationSummary === 'series') return conversationSeries(asked);
  const visits = visitsOf(asked.orgKey, FIRST_DAY * DAY_MS, asked.nowMs, asked.nowMs);
  const half = visits.reduce((sum, { messages }) => sum + messages, 0) / 2;
  return found({
    total_conversations: visits.length,
    total_human_messages: half,
    total_ai_messages: half,
  });
}

const conversationSeries = checkedFor((asked, series) =>
  found(
    byPeriod(visitsIn(asked, series), series, asked.behaviour.fillGaps).map(([ms, group]) => ({
      date: timeText(ms, asked.behaviour),
      conversation_count: group.length,
    })),
  ),
);

/** `average-messages-per-session/`: sessions that began in each period, and messages a session. */
export const sessionAverages = checkedFor((asked, series) => {
  const visits = visitsIn(asked, series);
  const begun = new Set(firstOfEach(visits));
  const rows = byPeriod(visits, series, asked.behaviour.fillGaps).map(([ms, group]) => {
    const count = group.filter((visit) => begun.has(visit)).length;
    const messages = group.reduce((sum, visit) => sum + visit.messages, 0);
    return {
      time: timeText(ms, asked.behaviour),
      avg_messages: Math.round(messages / Math.max(1, count)),
      total_sessions: count,
    };
  });
  return listed(asked, rows);
});

/** `topics/summary/`: the ten most discussed. */
export const topicSummary = checkedFor((asked, series) =>
  listed(
    asked,
    topicsIn(visitsIn(asked, series), { ...asked.behaviour, topicOrder: 'busiest' })
      .slice(0, 10)
      .map(({ name, conversations }) => ({ name, conversation_count: conversations })),
  ),
);

/** `most-discussed-topics/`: all of them. */
export const discussedTopics = checkedFor((asked, series) =>
  listed(
    asked,
    topicsIn(visitsIn(asked, series), asked.behaviour).map(({ name, conversations }) => ({
      topic_name: name,
      conversation_count: conversations,
    })),
  ),
);

/** `topic-statistics/`: all of them, a page at a time. */
export const topicStatistics = checkedFor((asked, series) => {
  const read = readerOf(asked.query);
  const page = read.count('page', 1);
  const size = read.count('page_size', 20);
  const refusal = read.refusal();
  if (refusal) return refusal;
  const topics = topicsIn(visitsIn(asked, series), asked.behaviour);
  const results = topics.slice((page - 1) * size, page * size).map((topic) => ({
    name: topic.name,
    conversations: topic.conversations,
    messages: topic.messages,
    avg_sentiment: 'neutral',
    avg_user_rating: topic.ratings.length > 0 ? topic.average.toFixed(2) : '',
  }));
  const link = (to: number) => `https://api.iblai.app/dm/api/ai-analytics/topics/?page=${to}`;
  return found({
    count: topics.length,
    next: page * size < topics.length ? link(page + 1) : null,
    previous: page > 1 ? link(page - 1) : null,
    results,
  });
});

/** `rating-summary/`: how many rated in each period, of the whole organization. */
export const ratingSummary = checkedFor((asked, series) => {
  const rated = visitsIn(asked, series).filter(({ rating }) => rating !== null);
  const rows = byPeriod(rated, series, asked.behaviour.fillGaps).map(([ms, group]) => ({
    time: timeText(ms, asked.behaviour),
    total_ratings: group.length,
  }));
  return listed(asked, rows);
});
