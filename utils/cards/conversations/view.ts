import { assemble } from '@/utils/figures/chart/assemble';
import { isLikeIn, precedingSeries } from '@/utils/figures/chart/preceding';
import { changeSentence, peakIn, sentences, spokenCount } from '@/utils/figures/chart/spoken';
import { counts } from '@/utils/figures/chart/writing';
import {
  bucketTitle,
  count,
  dayRange,
  exactCount,
  headlineCount,
  money,
  rating,
} from '@/utils/figures/text/format';
import { within } from '@/utils/figures/time/buckets';
import type { CardView } from '../card';
import { groupName, groupNarrows, groupScope } from '../scope';
import type { ConversationsData, TalkPoint } from './data';
import { averageOf, costPerConversation, sessions, talks } from './kpi';

const isKnown = ({ conversations }: TalkPoint) => conversations !== null;

export const conversationsView: CardView<ConversationsData> = {
  title: 'chart_title_conversations',
  kpis: [
    {
      name: 'conversations',
      label: 'ui_kpi_conversations',
      title: 'chart_conversations',
      tone: 'plum',
      compute: talks,
      write: headlineCount,
      sentence: {
        subject: 'insight_conversations',
        leastPreceding: 5,
        isWhollyKnown: ({ incomplete, points, preceding }) =>
          !incomplete && points.every(isKnown) && (preceding?.points.every(isKnown) ?? true),
        intervalAt: ({ period, points }, index) => within(period, points[index]),
      },
    },
    {
      name: 'sessions',
      label: 'ui_kpi_sessions',
      title: 'chart_sessions',
      tone: 'blue',
      compute: sessions,
      write: headlineCount,
    },
  ],
  more: [
    {
      name: 'messages-per-session',
      label: 'chart_messages_per_session',
      title: 'chart_messages_per_session',
      tone: 'blue',
      compute: averageOf('messages'),
      write: (value, locale) => count(value, locale),
    },
    {
      name: 'session-rating',
      label: 'chart_average_rating',
      title: 'chart_average_rating',
      tone: 'blue',
      compute: averageOf('rating'),
      write: rating,
    },
    {
      name: 'cost-per-session',
      label: 'chart_cost_per_session',
      title: 'chart_cost_per_session',
      tone: 'plum',
      compute: averageOf('cost'),
      write: money,
    },
    {
      name: 'cost-per-conversation',
      label: 'chart_cost_per_conversation',
      title: 'chart_cost_per_conversation',
      tone: 'plum',
      compute: costPerConversation,
      write: money,
    },
  ],
  chart: ({ period, points, preceding }, options) =>
    assemble(
      points,
      period,
      options,
      counts(options.locale),
      [
        {
          tone: 'plum',
          name: options.say('chart_conversations'),
          values: points.map((point) => point.conversations),
        },
        {
          tone: 'blue',
          name: options.say('chart_sessions'),
          values: points.map((point) => point.sessions),
        },
        ...precedingSeries(
          preceding?.points.map((point) => point.conversations),
          points.length,
          options,
          isLikeIn({ period, points, preceding }),
        ),
      ],
      'lines',
    ),
  legend: [
    { tone: 'plum', name: 'chart_conversations' },
    { tone: 'blue', name: 'chart_sessions' },
  ],
  drawsPreceding: ({ preceding }) => Boolean(preceding?.points.length),
  summary(data, whose, say, locale) {
    const figure = talks(data);
    const counted = (value: number | null) => spokenCount(value, say, locale);
    const top = peakIn(figure);
    const bucket = top && within(data.period, data.points[top.index]);
    return sentences(
      say(
        'chart_summary_conversations',
        groupName(whose),
        dayRange(data.period, say, locale),
        counted(figure.value),
        counted(sessions(data).value),
      ),
      changeSentence(figure, say, locale),
      top && bucket
        ? say('chart_summary_peak', counted(top.value), bucketTitle(bucket, locale))
        : '',
    );
  },
  table: {
    columns: [
      { figure: 'conversations', label: 'chart_conversations', unit: 'conversations' },
      { figure: 'sessions', label: 'chart_sessions', unit: 'sessions' },
    ],
    intervals: ({ points }) =>
      points.map(({ startMs, conversations, sessions: begun }) => ({
        startMs,
        cells: [conversations, begun],
      })),
    intervalsBefore: ({ preceding }) =>
      preceding && preceding.points.length > 0
        ? preceding.points.map(({ startMs, conversations, sessions: begun }) => ({
            startMs,
            cells: [conversations, begun],
          }))
        : null,
    write: exactCount,
  },
  scope: (_data, whose, say) => groupScope(whose, say),
  narrows: groupNarrows,
  notes: ({ incomplete }, say) => (incomplete ? [say('ui_note_incomplete')] : []),
};
