import { type Behaviour, USUAL } from '@/demo/api/answer';
import { apiKeyOf } from '@/demo/data/organizations';
import type { Generation } from '@/demo/server/control';
import { replyTo } from '@/demo/server/reply';
import type { Aggregation } from '@/utils/figures/time/range';
import { fakeDeps, query } from './worker-dependencies';

/**
 * For tests: the worker over the demo's API in this process, which knows nothing of the deployment yet;
 * and what it asks as a user of the organization.
 */
export function inProcessDeps(
  generation: Generation,
  org: 'steady' | 'doubled' | 'acme',
  behaviour: Partial<Behaviour> = {},
) {
  const deps = fakeDeps(undefined, {});
  const user = org === 'acme' ? 'ada' : 'iris';
  const authorization = `Api-Token ${apiKeyOf(org, user)}`;
  deps.state.reply = async (url) => {
    const { status, headers, body } = replyTo({
      url,
      method: 'GET',
      authorization,
      nowMs: deps.state.nowMs,
      behaviour: { ...USUAL, ...behaviour },
      generation,
      assets: new Map(),
    });
    return new Response(body, {
      status,
      headers: { 'content-type': String(headers['content-type']) },
    });
  };
  return { ...deps, ask: { ...query, org, user, keyOwner: user } };
}

/** Every way to draw a range, and the range's own. */
export const ANY_AGGREGATION: readonly (Aggregation | undefined)[] = [
  undefined,
  'hourly',
  'daily',
  'weekly',
  'monthly',
];
