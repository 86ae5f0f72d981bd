import { DAY_MS, FIRST_DAY } from '../../data/people';
import { sessionOf, type Visit } from '../../data/visit';
import { visitsOf } from '../../data/visits';
import { percentage } from '../amount';
import { type Answer, type Asked, type Behaviour, found } from '../answer';
import { grouped } from '../grouped';
import { periodOf } from '../periods';
import { readerOf } from '../reader';
import { daysAsked } from './date-filter';

/** Names that are text and nothing else: a formula, markup, 300 characters, right-to-left. */
export const HOSTILE_TOPICS: Record<string, string> = {
  Derivatives: '=cmd()',
  Integrals: '<b>Integrals</b>',
  Limits: 'x'.repeat(300),
  'Chain rule': '\u202Eחשבון\u202C دالة',
};

/** The name of a topic in this deployment. */
const topicName = (topic: string, { topicNames }: Behaviour): string =>
  topicNames === 'hostile' ? (HOSTILE_TOPICS[topic] ?? topic) : topic;

/** The topics of some visits, each with its figures. */
export function topicsIn(visits: Visit[], behaviour: Behaviour) {
  const topics = [...grouped(visits, ({ topic }) => topic)].map(([topic, group], index) => {
    const ratings = group.flatMap(({ rating }) => (rating === null ? [] : rating));
    return {
      id: index + 1,
      name: topicName(topic, behaviour),
      conversations: group.length,
      messages: group.reduce((sum, { messages }) => sum + messages, 0),
      sessions: new Set(group.map(sessionOf)).size,
      ratings,
      average: ratings.reduce((sum, rating) => sum + rating, 0) / Math.max(1, ratings.length),
    };
  });
  return behaviour.topicOrder === 'name'
    ? topics.sort((a, b) => (a.name < b.name ? -1 : 1))
    : topics.sort((a, b) => b.conversations - a.conversations);
}

/** `topics/details/`: what was talked about, a page at a time; averages as text. */
export function topicDetails({ orgKey, query, nowMs, behaviour }: Asked): Answer {
  const read = readerOf(query);
  const page = read.count('page', 1);
  const limit = read.count('limit', 20, 100);
  const mentorId = read.mentor(orgKey);
  const days = daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;
  const search = (query.get('search') ?? '').toLowerCase();
  const visits = visitsOf(orgKey, days.startMs, days.endMs, nowMs).filter(
    (visit) => mentorId === null || visit.mentorId === mentorId,
  );
  const topics = topicsIn(visits, behaviour).filter(({ name }) =>
    name.toLowerCase().includes(search),
  );
  const pages = Math.ceil(topics.length / limit);
  return found({
    results: topics.slice((page - 1) * limit, page * limit).map((topic) => ({
      topic_id: topic.id,
      name: topic.name,
      messages: topic.messages,
      conversations: topic.conversations,
      sessions: topic.sessions,
      ...(topic.ratings.length > 0 ? { average_rating: topic.average.toFixed(2) } : {}),
      rating_count: topic.ratings.length,
    })),
    pagination: {
      page,
      limit,
      total_pages: pages,
      total_records: topics.length,
      has_next: page < pages,
      has_previous: page > 1,
      next_page: page < pages ? page + 1 : null,
      previous_page: page > 1 ? page - 1 : null,
    },
  });
}

/** `topics/`: totals since ever, of this month and of the last. */
export function topicsOverview({ orgKey, query, nowMs }: Asked): Answer {
  const read = readerOf(query);
  read.choice('metric', ['overview'], 'overview');
  const mentorId = read.mentor(orgKey);
  daysAsked(read, nowMs);
  const refusal = read.refusal();
  if (refusal) return refusal;
  const month = periodOf(nowMs, 'monthly');
  const visits = (fromMs: number, toMs: number) =>
    visitsOf(orgKey, fromMs, toMs, nowMs).filter(
      (visit) => mentorId === null || visit.mentorId === mentorId,
    );
  const all = visits(FIRST_DAY * DAY_MS, nowMs);
  const these = visits(month, nowMs);
  const last = visits(periodOf(month - 1, 'monthly'), month);
  const metric = (count: (them: Visit[]) => number) => ({
    all_time_total: count(all),
    this_month: count(these),
    last_month: count(last),
    percentage_change: percentage(count(these), count(last)) ?? 0,
  });
  return found({
    topics: metric((them) => new Set(them.map(({ topic }) => topic)).size),
    sessions: metric((them) => new Set(them.map(sessionOf)).size),
    conversations: metric((them) => them.length),
    messages: metric((them) => them.reduce((sum, { messages }) => sum + messages, 0)),
  });
}
