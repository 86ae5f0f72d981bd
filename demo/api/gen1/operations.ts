import { type Answer, type Asked, type Behaviour, refused } from '../answer';
import { callerOf, FORBIDDEN, refusalOf } from '../auth';
import { publicSettings, recentMentors } from '../mentors';
import { cohorts } from './cohorts';
import {
  conversationSummary,
  discussedTopics,
  ratingSummary,
  sessionAverages,
  topicStatistics,
  topicSummary,
} from './conversations';
import { mentorCost, userCost } from './cost';
import { mentorCosts, modelCosts, personCosts } from './cost-tables';
import { feedback } from './feedback';

/** One request to the API, its path without what the base URL puts before `/api/`. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  nowMs: number;
  behaviour: Behaviour;
}

type Operation = (asked: Asked, pathUser: string, mentor: string) => Answer;

const ANALYTICS: [RegExp, Operation][] = [
  [/^user-cohorts-over-time\/$/, cohorts],
  [/^user-cost\/$/, userCost],
  [/^user-feedback\/$/, feedback],
  [/^costs\/model\/$/, modelCosts],
  [/^costs\/permentor\/$/, mentorCosts],
  [/^costs\/peruser\/$/, personCosts],
  [/^conversation-summary\/$/, conversationSummary],
  [/^average-messages-per-session\/$/, sessionAverages],
  [/^topics\/summary\/$/, topicSummary],
  [/^topic-statistics\/$/, topicStatistics],
  [/^most-discussed-topics\/$/, discussedTopics],
  [/^rating-summary\/$/, ratingSummary],
  [/^mentors\/([^/]+)\/cost\/$/, (asked, _, mentor) => mentorCost(asked, mentor)],
];
const MENTOR: [RegExp, Operation][] = [
  [/^recently-accessed-mentors\/$/, recentMentors],
  [/^mentors\/([^/]+)\/public-settings\/$/, (asked, _, mentor) => publicSettings(asked, mentor)],
];

/**
 * Answers the operations of the first generation, and those of mentors, as the vendor's schema has
 * them; null for any other path.
 */
export function answerGen1(request: ApiRequest): Answer | null {
  const [, family, orgKey = '', pathUser = '', rest = ''] =
    /^\/api\/(ai-analytics|ai-mentor)\/orgs\/([^/]+)\/users\/([^/]+)\/(.*)$/.exec(request.path) ??
    [];
  const operations = family === 'ai-analytics' ? ANALYTICS : family ? MENTOR : [];
  const match = operations.find(([pattern]) => pattern.test(rest));
  if (!match) return null;
  if (request.method !== 'GET') {
    return refused(405, `Method "${request.method}" not allowed.`);
  }
  const { behaviour, query, nowMs } = request;
  const caller = callerOf(request.authorization, behaviour);
  if (!caller.ok) return caller.answer;
  const refusal = refusalOf(caller.owner, decode(orgKey), decode(pathUser), behaviour);
  if (refusal) return refusal;
  if (family === 'ai-analytics' && !caller.owner.isAdmin) return FORBIDDEN;
  const [pattern, operation] = match;
  const mentor = decode(pattern.exec(rest)?.[1] ?? '');
  return operation(
    { orgKey: caller.owner.org.key, query, nowMs, behaviour },
    decode(pathUser),
    mentor,
  );
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
