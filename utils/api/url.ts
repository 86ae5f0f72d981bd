import { fail, ok, type Result } from '@/utils/failure';
import { type Operation, segmentsOf } from './operation';
import { paramsOf } from './params';
import { isUuid } from './uuid';

/**
 * The deployment and the names in its paths: `pathUser` is the caller, `org` the key's
 * organization.
 */
export interface Place {
  /** https, with an optional path prefix, no trailing slash. */
  baseUrl: string;
  org: string;
  /**
   * The user name of the key's owner where it is set, otherwise of the user whose figures are
   * requested.
   */
  pathUser: string;
}

/**
 * Letters and digits of any script with their marks, and the other characters of user names and
 * keys.
 */
const segment = /^[\p{L}\p{N}\p{M}._@+~'!$&*= -]{1,255}$/u;

/**
 * `encodeURIComponent('..')` is `'..'`, which browsers remove from the path: another resource would
 * be requested.
 */
const isSegment = (text: string): boolean =>
  segment.test(text) && text !== '.' && text !== '..' && text.trim() === text;

/**
 * Plain `http:` is allowed only for a test server on this machine, which a custom build may name.
 */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));

/**
 * Returns the URL of an operation, or the reason why it must not be requested: the base is not safe
 * (`host-not-allowed`), or the organization or mentor (`not-found`) or the user (`not-detected`) is
 * not a valid name. The URL is compared with its parts before it is returned.
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
  // The second generation accepts a mentor only by its UUID and refuses anything else as malformed.
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
