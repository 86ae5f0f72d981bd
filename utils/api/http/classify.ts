import type { Failure } from '@/utils/failure';
import { namedWaitMs, retryAfterMs } from './retry-after';

/**
 * A 404 in JSON that does not say whether the operation or the requested person is missing. It is
 * one shared object, so that it can be recognized by identity among other `not-found` failures.
 */
const NOTHING_FOUND: Failure = Object.freeze({ kind: 'not-found' });

/**
 * True where the operation itself is missing or may be missing; another operation may have the
 * figures.
 */
export const mayBeMissing = (failure: Failure): boolean =>
  failure.kind === 'not-served' || failure === NOTHING_FOUND;

const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
/** Django REST framework answers 403 in place of 401 where no challenge is configured. */
const badKeyDetail = /invalid (?:api.?)?(?:key|token)/i;
/**
 * The message for a request whose `Authorization` header the API does not recognize, with either
 * status.
 */
const noKeyDetail = /credentials were not provided/i;

/**
 * Classifies an answer by its status and headers: returns a failure, or null for an answer that can
 * be parsed (status 200 with JSON). `text` is searched for signs of a refused key and of a missing
 * object, and is never shown.
 */
export function classifyResponse(
  response: Pick<Response, 'status' | 'headers' | 'redirected' | 'type'>,
  text: string,
  nowMs: number,
): Failure | null {
  const { status, headers } = response;
  // A browser hides the status of a redirect that it was told not to follow.
  if (response.type === 'opaqueredirect') return { kind: 'redirected' };
  const retryAfter = headers.get('retry-after');
  const sentMs = dateOf(response) ?? nowMs;
  switch (status) {
    case 200:
      return !response.redirected && jsonType.test(headers.get('content-type') ?? '') && text !== ''
        ? null
        : { kind: 'bad-response' };
    case 401:
      return { kind: noKeyDetail.test(detailOf(text)) ? 'key-unseen' : 'key-rejected' };
    case 402:
      return { kind: 'out-of-credit' };
    case 403:
      if (noKeyDetail.test(detailOf(text))) return { kind: 'key-unseen' };
      return { kind: badKeyDetail.test(detailOf(text)) ? 'key-rejected' : 'forbidden' };
    case 404:
      return notFound(text);
    case 410:
      return { kind: 'not-served' };
    case 407:
      return { kind: 'offline' };
    case 408:
      return { kind: 'timeout' };
    case 429:
      return { kind: 'rate-limited', untilMs: nowMs + retryAfterMs(retryAfter, sentMs) };
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return { kind: 'redirected' };
    case 503: {
      const downMs = namedWaitMs(retryAfter, sentMs);
      if (downMs !== null) return { kind: 'unavailable', untilMs: nowMs + downMs };
      break;
    }
  }
  if (status >= 500 && status <= 599) return { kind: 'server', status };
  return status >= 400 && status <= 499
    ? { kind: 'bad-request', status }
    : { kind: 'bad-response' };
}

/**
 * Returns the time at which the answer was sent, by the server's clock, in epoch ms; null where it
 * is not given.
 */
export function dateOf({ headers }: Pick<Response, 'headers'>): number | null {
  const atMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(atMs) ? null : atMs;
}

/** For a path that does not exist, the web framework answers with a page or with an empty body. */
function notFound(text: string): Failure {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return { kind: 'not-served' };
  const said = [textOf(body, 'detail'), textOf(body, 'error')].find(Boolean) ?? '';
  return /^(?:not found\.?)?$/i.test(said.trim()) ? NOTHING_FOUND : { kind: 'not-found' };
}

function detailOf(text: string): string {
  const body = parsed(text);
  return typeof body === 'object' && body !== null ? textOf(body, 'detail') : '';
}

function textOf(body: object, field: string): string {
  const said: unknown = Reflect.get(body, field);
  return typeof said === 'string' ? said : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
