import type { Aggregation, UtcDay } from '@/utils/analytics/range';
import { fail, ok, type Result } from '@/utils/failure';

/** Whose figures are asked where: `pathUser` names the caller, `org` the key's organization. */
export interface Place {
  /** https, with an optional path prefix, no trailing slash. */
  baseUrl: string;
  org: string;
  /** User name of the key's owner where one is named, else of the user asked about. */
  pathUser: string;
}

/** One operation of the API with its parameters, as in the vendor's `sdk_schema.yml`. */
export type Operation =
  | {
      name: 'cohorts' | 'feedback';
      startDate: UtcDay;
      endDate: UtcDay;
      aggregation: Aggregation;
      mentorId: string | null;
    }
  | { name: 'cost'; startMs: number; endMs: number; username: string }
  | { name: 'mentor-cost'; startMs: number; endMs: number; mentorId: string }
  | { name: 'mentor-settings'; mentor: string };

/** Letters and digits of any script, their marks, and what user names and keys hold besides. */
const segment = /^[\p{L}\p{N}\p{M}._@+~ -]{1,255}$/u;

/** `encodeURIComponent('..')` is `'..'` and browsers collapse it: another resource would be asked. */
const isSegment = (text: string): boolean =>
  segment.test(text) && text !== '.' && text !== '..' && text.trim() === text;

/** Plain `http:` is for a stand-in on this machine alone, which a build of one's own may name. */
const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));

/** Epoch ms as the date-time that the API takes, in UTC: `2026-03-01T00:00:00Z`. */
const dateTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

function pathOf(operation: Operation): string[] {
  switch (operation.name) {
    case 'cohorts':
      return ['user-cohorts-over-time'];
    case 'feedback':
      return ['user-feedback'];
    case 'cost':
      return ['user-cost'];
    case 'mentor-cost':
      return ['mentors', operation.mentorId, 'cost'];
    case 'mentor-settings':
      return ['mentors', operation.mentor, 'public-settings'];
  }
}

function queryOf(operation: Operation): [string, string][] {
  switch (operation.name) {
    case 'cohorts':
    case 'feedback':
      return [
        ['start_date', operation.startDate],
        ['end_date', operation.endDate],
        ['aggregation', operation.aggregation],
        ...(operation.mentorId === null
          ? []
          : [['mentor_id', operation.mentorId] as [string, string]]),
      ];
    case 'cost':
    case 'mentor-cost':
      return [
        ['start_date', dateTime(operation.startMs)],
        ['end_date', dateTime(operation.endMs)],
        ...(operation.name === 'cost'
          ? [['username', operation.username] as [string, string]]
          : []),
      ];
    case 'mentor-settings':
      return [];
  }
}

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
  if (operation.name === 'cost' && !isSegment(operation.username)) {
    return fail({ kind: 'not-detected' });
  }
  const parts = pathOf(operation);
  if (!isSegment(place.org) || !parts.every(isSegment)) return fail({ kind: 'not-found' });

  const family = operation.name === 'mentor-settings' ? 'ai-mentor' : 'ai-analytics';
  const path = ['api', family, 'orgs', place.org, 'users', place.pathUser, ...parts]
    .map(encodeURIComponent)
    .join('/');
  const meantPath = `${base.pathname.replace(/\/+$/, '')}/${path}/`;
  const url = new URL(meantPath, base.origin);
  if (url.origin !== base.origin || url.pathname !== meantPath) {
    return fail({ kind: 'host-not-allowed', host: url.host });
  }
  for (const [name, value] of queryOf(operation)) url.searchParams.set(name, value);
  return ok(url);
}
