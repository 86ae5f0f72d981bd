import { ORGS } from '../data/organizations';
import { type Answer, found, refused } from './answer';
import { callerOf } from './auth';
import type { ApiRequest } from './gen1/operations';

/**
 * Answers whose key it is, and to everybody whether there is an organization of a name; null for any other
 * path, and where this deployment has neither.
 */
export function answerCore(request: ApiRequest): Answer | null {
  const { path, method, authorization, behaviour } = request;
  const orgKey = /^\/api\/core\/orgs\/([^/]+)\/metadata\/$/.exec(path)?.[1];
  const isToken = path === '/api/core/token/verify/';
  if (!behaviour.core || (!isToken && orgKey === undefined)) return null;
  if (method !== 'GET') return refused(405, `Method "${method}" not allowed.`);
  if (isToken) {
    const caller = callerOf(authorization, behaviour);
    if (!caller.ok) return caller.answer;
    const { user } = caller.owner;
    return found({
      user_id: user?.id ?? null,
      username: user?.name ?? null,
      email: user?.email ?? null,
    });
  }
  const org = ORGS.find(({ key }) => key === orgKey);
  return org
    ? found({ platform_key: org.key, platform_name: org.name, metadata: {} })
    : refused(404, 'Not found.');
}
