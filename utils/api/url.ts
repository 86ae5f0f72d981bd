import { fail, ok, type Result } from '@/utils/failure';
import { type Operation, segmentsOf } from './operation';
import { paramsOf } from './params';
import { isUuid } from './uuid';

/** Whose figures are asked where: `pathUser` names the caller, `org` the key's organization. */
export interface Place {
  /** https, with an optional path prefix, no trailing slash. */
  baseUrl: string;
  org: string;
  /** User name of the key's owner where one is named, else of the user asked about. */
  pathUser: string;
}

/** Letters and digits of any script, their marks, and what user names and keys hold besides. */
const segment = /^[\p{L}\p{N}\p{M}._@+~'!$&*= -]{1,255}$/u;

/** `encodeURIComponent('..')` is `'..'` and browsers collapse it: another resource would be asked. */
const isSegment = (text: string): boolean =>
  segment.test(text) && text !== '.' && text !== '..' && text.trim() === text;

/** Plain `http:` is for a stand-in on this machine alone, which a build of one's own may name. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));

/**
 * The address of one operation, or why it must not be asked: a base that is not safe
 * (`host-not-allowed`), an organization or mentor (`not-found`) or user (`not-detected`) that
 * could not be one. What was built is compared with what was meant before it is given out.
 */
export function buildUrl(place: Place, operation: Operation): Result<URL> {
  const base = URL.canParse(place.baseUrl) ? new URL(place.baseUrl) : null;
  if (base === null || !isSafe(base) || base.username !== '' || base.password !== '') {
    return fail({ kind: 'host-not-allowed', host: base?.host ?? '' });
  }
  if (!isSegment(place.pathUser)) return fail({ kind: 'not-detected' });
  const { username = null } = 'username' in operation ? operation : {};
  if (username !== null && !isSegment(username)) {
    return fail({ kind: 'not-detected' });
  }
  const query = paramsOf(operation, place.org);
  const segments = segmentsOf(operation, place.org, place.pathUser);
  // The second generation takes a mentor by its UUID alone, and refuses the rest as malformed.
  const mentor = query.mentor_unique_id ?? null;
  const isMentor = mentor === null || isUuid(mentor);
  if (!isSegment(place.org) || !segments.every(isSegment) || !isMentor) {
    return fail({ kind: 'not-found' });
  }

  const path = ['api', ...segments].map(encodeURIComponent).join('/');
  const meantPath = `${base.pathname.replace(/\/+$/, '')}/${path}/`;
  const url = new URL(meantPath, base.origin);
  if (url.origin !== base.origin || url.pathname !== meantPath) {
    return fail({ kind: 'host-not-allowed', host: url.host });
  }
  for (const [name, value] of Object.entries(query)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return ok(url);
}
