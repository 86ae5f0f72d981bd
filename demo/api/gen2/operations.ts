import { type Answer, type Asked, refused } from '../answer';
import { callerOf, FORBIDDEN } from '../auth';
import type { ApiRequest } from '../gen1/operations';
import { accessTimes } from './access-times';
import { financial } from './financial';
import { financialDetails } from './financial-details';
import { conversations, sessions } from './over-time';
import { ratings } from './ratings';
import { topicDetails, topicsOverview } from './topics';
import { users } from './users';

const OPERATIONS = new Map<string, (asked: Asked) => Answer>([
  ['/api/analytics/financial/', financial],
  ['/api/analytics/financial/details/', financialDetails],
  ['/api/analytics/users/', users],
  ['/api/analytics/ratings/', ratings],
  ['/api/analytics/conversations/', conversations],
  ['/api/analytics/sessions/', sessions],
  ['/api/analytics/topics/', topicsOverview],
  ['/api/analytics/topics/details/', topicDetails],
  ['/api/analytics/time/', accessTimes],
]);

/**
 * Answers the operations of the second generation, as the vendor's schema has them; null for any
 * other path. The organization is the key's, which `platform_key` may name.
 */
export function answerGen2(request: ApiRequest): Answer | null {
  const { path, method, query, nowMs, behaviour } = request;
  const operation = OPERATIONS.get(path);
  if (!operation) return null;
  if (method !== 'GET') return refused(405, `Method "${method}" not allowed.`);
  const caller = callerOf(request.authorization, behaviour);
  if (!caller.ok) return caller.answer;
  const { org, isAdmin } = caller.owner;
  const isOwn = (query.get('platform_key') ?? org.key) === org.key;
  return isAdmin && isOwn ? operation({ orgKey: org.key, query, nowMs, behaviour }) : FORBIDDEN;
}
