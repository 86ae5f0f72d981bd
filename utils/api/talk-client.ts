import type { Result } from '@/utils/failure';
import type { CountPoint } from '@/utils/figures/series';
import type { Ask, Caller } from './ask';
import type { Answer } from './http/attempt';
import type { Page } from './pages';
import type { DaysQuery, PointsQuery, SeriesQuery } from './queries';
import { type HourCells, parseAccessTimes } from './wire/access-times';
import { type Averages, parseHeadline, parseSeries, type Series } from './wire/conversations';
import type { Rows } from './wire/gen1';
import {
  parseConversationSummary,
  parseRatingSummary,
  parseSessionAverages,
  type SessionPoint,
} from './wire/gen1-talk';
import type { Asked } from './wire/named';
import {
  parseTopicDetails,
  parseTopicList,
  parseTopicStatistics,
  type TopicRow,
} from './wire/topics';

/** The operations about what people talk about, how much and when. No message is requested. */
export interface TalkClient {
  /** The number of conversations or sessions over time. */
  series(
    caller: Caller,
    name: 'conversations' | 'sessions',
    query: PointsQuery,
  ): Promise<Result<Series>>;
  /** The averages of a session. */
  sessionHeadline(caller: Caller, query: DaysQuery): Promise<Result<Averages>>;
  topicDetails(
    caller: Caller,
    query: DaysQuery & { page: number },
  ): Promise<Result<Page<TopicRow>>>;
  accessTimes(caller: Caller, query: DaysQuery): Promise<Result<HourCells>>;
  conversationSummary(caller: Caller, query: SeriesQuery): Promise<Result<Rows<CountPoint>>>;
  sessionAverages(caller: Caller, query: SeriesQuery): Promise<Result<Rows<SessionPoint>>>;
  topicStatistics(
    caller: Caller,
    query: DaysQuery & { page: number },
  ): Promise<Result<Page<TopicRow>>>;
  /** The ten topics that are discussed most. */
  topicSummary(caller: Caller, query: DaysQuery): Promise<Result<TopicRow[]>>;
  discussedTopics(caller: Caller, query: SeriesQuery): Promise<Result<TopicRow[]>>;
  /** The number of ratings of each day, in the whole organization. */
  ratingSummary(
    caller: Caller,
    query: Omit<DaysQuery, 'mentorId'>,
  ): Promise<Result<Rows<CountPoint>>>;
}

/** Creates the operations; each is sent with `ask`. */
export function createTalkClient(ask: Ask): TalkClient {
  const parsed =
    <T>(parse: (json: unknown, asked: Asked) => Result<T>) =>
    ({ json }: Answer, asked: Asked) =>
      parse(json, asked);

  return {
    series: (caller, name, query) => ask(caller, { name, ...query }, parsed(parseSeries)),
    sessionHeadline: (caller, query) =>
      ask(caller, { name: 'session-headline', ...query }, parsed(parseHeadline)),
    topicDetails: (caller, query) =>
      ask(caller, { name: 'topic-details', ...query }, parsed(parseTopicDetails)),
    accessTimes: (caller, query) =>
      ask(caller, { name: 'access-times', ...query }, parsed(parseAccessTimes)),
    conversationSummary: (caller, query) =>
      ask(caller, { name: 'conversation-summary', ...query }, parsed(parseConversationSummary)),
    sessionAverages: (caller, query) =>
      ask(caller, { name: 'session-averages', ...query }, parsed(parseSessionAverages)),
    topicStatistics: (caller, query) =>
      ask(caller, { name: 'topic-statistics', ...query }, parsed(parseTopicStatistics)),
    topicSummary: (caller, query) =>
      ask(caller, { name: 'topic-summary', ...query }, parsed(parseTopicList)),
    discussedTopics: (caller, query) =>
      ask(caller, { name: 'discussed-topics', ...query }, parsed(parseTopicList)),
    ratingSummary: (caller, { startDate, endDate }) =>
      ask(caller, { name: 'rating-summary', startDate, endDate }, parsed(parseRatingSummary)),
  };
}
