import type { Client } from '@/utils/api/client';
import { fail, ok, type Result } from '@/utils/failure';
import { type Identity, identityKey } from '@/utils/identity';
import { type CallerDeps, openCaller } from '../caller/caller';

/** The group whose active users are counted: an organization's users, or one agent's. */
export interface ActiveNowQuery {
  identity: Identity;
  /** The user named in the path, where the key is somebody else's than the user's. */
  keyOwner: string | null;
}

/** Users active within the hour before `asOfMs` (epoch ms). */
export interface ActiveNow {
  count: number;
  asOfMs: number;
}

const FRESH_MS = 60_000;

/** How many users are active now: asked once a minute at most, whoever wants to know; never stored. */
export function createActiveNow(
  deps: CallerDeps & { client: Pick<Client, 'currentlyActive'> },
): (query: ActiveNowQuery) => Promise<Result<ActiveNow>> {
  const known = new Map<string, ActiveNow>();
  return async ({ identity, keyOwner }) => {
    const key = identityKey(identity);
    const kept = known.get(key);
    const ageMs = kept ? deps.now() - kept.asOfMs : Number.NaN;
    if (kept && ageMs >= 0 && ageMs < FRESH_MS) return ok(kept);
    const caller = await openCaller(deps, { ...identity, keyOwner }, identity.keyFingerprint);
    if (!caller.ok) return caller;
    const answer = await deps.client.currentlyActive(caller.value, identity.mentorId);
    if (!answer.ok) return answer;
    const { count } = answer.value;
    if (count === null) return fail({ kind: 'no-figure' });
    const now = { count, asOfMs: deps.now() };
    known.set(key, now);
    return ok(now);
  };
}
