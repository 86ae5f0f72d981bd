import { findUser, type KeyOwner, ownerOf } from '../data/organizations';
import { type Answer, type Behaviour, refused } from './answer';

/** The caller, or the 401 that says why the key is not accepted. */
export type Caller = { ok: true; owner: KeyOwner } | { ok: false; answer: Answer };

/** Reads the Authorization header: the scheme that this deployment wants, and a key it knows. */
export function callerOf(authorization: string | undefined, { scheme }: Behaviour): Caller {
  if (!authorization) {
    return denied('Authentication credentials were not provided.');
  }
  const [word, apiKey, ...rest] = authorization.split(' ');
  const owner = word === scheme && apiKey && rest.length === 0 ? ownerOf(apiKey) : undefined;
  return owner ? { ok: true, owner } : denied('Invalid token.');
}

/** Null when a key may be used for this organization and this user of the path. */
export function refusalOf(
  { org, user }: KeyOwner,
  orgKey: string,
  pathUser: string,
  { ownerOnly }: Behaviour,
): Answer | null {
  // An organization's own key is used in the name of one of its administrators.
  const isNamed =
    user === null
      ? findUser(pathUser)?.memberships.some((it) => it.orgKey === orgKey && it.isAdmin)
      : user.name === pathUser;
  const isOwn = org.key === orgKey && (!ownerOnly || isNamed === true);
  return isOwn ? null : refused(401, 'Invalid token.');
}

/** The answer to learners who ask for analytics. */
export const FORBIDDEN = refused(403, 'You do not have permission to perform this action.');

function denied(detail: string): Caller {
  return { ok: false, answer: refused(401, detail) };
}
