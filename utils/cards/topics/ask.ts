import { firstServed } from '@/utils/api/capabilities/first-served';
import { type CardRequest, seriesQuery } from '@/utils/api/card-request';
import type { Client } from '@/utils/api/client';
import { daysQuery, wholeDays } from '@/utils/api/days';
import { type Listed, type Page, readPages } from '@/utils/api/pages';
import type { TopicRow } from '@/utils/api/wire/topics';
import { ok, type Result } from '@/utils/failure';
import { finishedDays } from '@/utils/figures/comparison/comparable';
import { type Interval, isSameInterval, lengthOf, type Period } from '@/utils/figures/time/period';
import { HOUR_MS } from '@/utils/figures/time/range';
import type { AskTools, CardAsk } from '../card-ask';
import type { Growth, TopicsData } from './data';
import { isDescending, mostGrown } from './growth';

/** The number of pages with 100 topics each, where the most discussed do not come first on the first of them. */
const MOST_PAGES = 2;
/** The number of pages of two intervals of days that are compared. */
const PAGES_COMPARED = 1;
const LONGEST_NAME = 1000;
/** Days that ended so long before they were compared are not compared again. */
const SETTLE_MS = HOUR_MS;

type Tools = Pick<AskTools<TopicsData>, 'held' | 'isUndiscovered'>;
/** Lists the topics of some whole days, at most so many pages of them where the list has pages. */
type ReadList = (days: Period, most: number) => Promise<Result<Listed<TopicRow>>>;

/**
 * The topics of the whole days that a period touches. A deployment that nobody knows costs calls enough:
 * there what grew is told at the next reading.
 */
async function fetchTopics(
  { period: asked, nowMs }: CardRequest,
  { held, isUndiscovered }: Tools,
  list: ReadList,
): Promise<Result<TopicsData>> {
  const period = wholeDays(asked);
  const now = await list(period, MOST_PAGES);
  if (!now.ok) return now;
  const { rows, total, more } = now.value;
  const topics = rows.map(({ name, ...row }) => ({ ...row, name: shortened(name) }));
  return ok({
    period,
    asOfMs: nowMs,
    topics: topics.sort((a, b) => (b.conversations ?? -1) - (a.conversations ?? -1)),
    total: total ?? (more ? null : rows.length),
    more,
    growth: isUndiscovered ? null : await compare({ period, nowMs }, now.value, held, list),
  });
}

/**
 * Returns the topic that grew most on the days that have ended, against as many days at the same places of the range before;
 * null where none has ended, where the two differ in length, or where they can't be had.
 */
async function compare(
  { period, nowMs }: Pick<CardRequest, 'period' | 'nowMs'>,
  whole: Listed<TopicRow>,
  held: Tools['held'],
  list: ReadList,
): Promise<Growth | null> {
  const intervals = finishedDays(period, nowMs);
  if (!intervals || lengthOf(intervals.now) !== lengthOf(intervals.before)) return null;
  const kept = held?.data;
  const isSame = kept?.growth && isSameInterval(kept.growth.now, intervals.now);
  if (isSame && intervals.now.endMs + SETTLE_MS <= kept.asOfMs) return kept.growth;

  const days = (interval: Interval) => list({ ...interval, aggregation: 'daily' }, PAGES_COMPARED);
  const isWhole = isSameInterval(intervals.now, period);
  const [now, before] = await Promise.all([
    isWhole ? ok(whole) : days(intervals.now),
    days(intervals.before),
  ]);
  if (!now.ok || !before.ok) return null;
  const most = mostGrown(now.value, before.value);
  return { ...intervals, most: most && { ...most, name: shortened(most.name) } };
}

const shortened = (name: string | null) => (name === null ? null : name.slice(0, LONGEST_NAME));

/** Lists of the second generation and of the first: page by page, all at once, or the ten most discussed. */
function listsOf(
  client: Client,
  { caller, mentorId, nowMs }: CardRequest,
): [ReadList, ...ReadList[]] {
  const first = (days: Period) => seriesQuery(days, mentorId, nowMs);
  const paged =
    (read: 'topicDetails' | 'topicStatistics'): ReadList =>
    (days, most) => {
      const query = daysQuery(days, mentorId);
      const page = (number: number): Promise<Result<Page<TopicRow>>> =>
        client[read](caller, { ...query, page: number });
      return readPages(page, most, isDescending);
    };
  const listed =
    (read: 'discussedTopics' | 'topicSummary', isWhole: boolean): ReadList =>
    async (days) => {
      const answer = await client[read](caller, first(days));
      if (!answer.ok) return answer;
      const rows = answer.value;
      return ok({ rows, total: null, more: !isWhole && rows.length >= 10 });
    };
  return [
    paged('topicDetails'),
    paged('topicStatistics'),
    listed('discussedTopics', true),
    listed('topicSummary', false),
  ];
}

export const topicsAsk: CardAsk<TopicsData> = {
  ask(request, tools) {
    const [first, ...others] = listsOf(tools.client, request);
    const ask = (list: ReadList) => () => fetchTopics(request, tools, list);
    return firstServed(ask(first), ...others.map(ask));
  },
};
