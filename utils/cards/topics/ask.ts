import { firstServed } from '@/utils/api/capabilities/first-served';
import { type CardRequest, seriesQuery } from '@/utils/api/card-request';
import type { Client, DaysQuery } from '@/utils/api/client';
import { daysQuery, wholeDays } from '@/utils/api/days';
import { type Listed, type Page, readPages } from '@/utils/api/pages';
import type { TopicRow } from '@/utils/api/wire/topics';
import { ok, type Result } from '@/utils/failure';
import { type Period, precedingPeriod } from '@/utils/figures/period';
import type { CardAsk } from '../card-ask';
import type { TopicsData } from './data';

/** The number of pages with 100 topics each; the API doesn't promise that the most discussed come first. */
const MOST_PAGES = 2;
/** The number of pages of the range before, used for comparison only; topics on further pages are unknown. */
const PAGES_BEFORE = 1;
const LONGEST_NAME = 1000;

type ReadPage = (query: DaysQuery, page: number) => Promise<Result<Page<TopicRow>>>;

/** Topics of a period and of the one before, page by page, by whole UTC days. */
async function fetchPaged(
  request: CardRequest,
  read: ReadPage,
  queryOf: (period: Period) => DaysQuery,
): Promise<Result<TopicsData>> {
  const period = wholeDays(request.period);
  const list = (of: Period, most: number) => readPages((page) => read(queryOf(of), page), most);
  const now = await list(period, MOST_PAGES);
  if (!now.ok) return now;
  const before = await list(precedingPeriod(period), PAGES_BEFORE);
  return ok(dataOf({ period, asOfMs: request.nowMs }, now.value, before.ok ? before.value : null));
}

/** Lists of the first generation: the ten most discussed, or all. */
async function fetchListed(
  request: CardRequest,
  read: (period: Period) => Promise<Result<TopicRow[]>>,
  isWhole: boolean,
): Promise<Result<TopicsData>> {
  const period = wholeDays(request.period);
  const now = await read(period);
  if (!now.ok) return now;
  const before = await read(precedingPeriod(period));
  const listed = (rows: TopicRow[]) => ({ rows, total: null, more: !isWhole && rows.length >= 10 });
  return ok(
    dataOf(
      { period, asOfMs: request.nowMs },
      listed(now.value),
      before.ok ? listed(before.value) : null,
    ),
  );
}

function dataOf(
  of: Pick<TopicsData, 'period' | 'asOfMs'>,
  now: Listed<TopicRow>,
  before: Listed<TopicRow> | null,
): TopicsData {
  const preceding = new Map<string | null, number | null>();
  for (const { name, conversations } of before?.rows ?? []) preceding.set(name, conversations);
  // If a list is complete, a topic that is not in it had no conversations.
  const absent = before && !before.more ? 0 : null;
  const rows = now.rows.map(({ name, ...row }) => ({
    ...row,
    name: name === null ? null : name.slice(0, LONGEST_NAME),
    preceding: preceding.has(name) ? (preceding.get(name) ?? null) : absent,
  }));
  return {
    ...of,
    topics: rows.sort((a, b) => (b.conversations ?? -1) - (a.conversations ?? -1)),
    total: now.total ?? (now.more ? null : rows.length),
    more: now.more,
  };
}

async function fetchTopics(client: Client, request: CardRequest): Promise<Result<TopicsData>> {
  const { caller, mentorId, nowMs } = request;
  const second = (period: Period) => daysQuery(period, mentorId);
  const first = (period: Period) => seriesQuery(period, mentorId, nowMs);
  return firstServed(
    () =>
      fetchPaged(request, (query, page) => client.topicDetails(caller, { ...query, page }), second),
    () =>
      fetchPaged(
        request,
        (query, page) => client.topicStatistics(caller, { ...query, page }),
        second,
      ),
    () => fetchListed(request, (period) => client.discussedTopics(caller, first(period)), true),
    () => fetchListed(request, (period) => client.topicSummary(caller, first(period)), false),
  );
}

export const topicsAsk: CardAsk<TopicsData> = {
  ask: (request, { client }) => fetchTopics(client, request),
};
