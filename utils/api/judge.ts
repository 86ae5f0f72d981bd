import type { Failure } from '@/utils/failure';
import { retryAfterMs } from './retry-after';

const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
/** Django REST framework answers 403 in place of 401 where no challenge is configured. */
const badKeyDetail = /invalid (?:api.?)?(?:key|token)|credentials were not provided/i;

/**
 * What an answer's status and headers mean: a failure, or null for one worth parsing (200 with
 * JSON in it). `text` is read for a refused key in `detail` alone and is never shown.
 */
export function judge(
  response: Pick<Response, 'status' | 'headers' | 'redirected'>,
  text: string,
  nowMs: number,
): Failure | null {
  const { status, headers } = response;
  switch (status) {
    case 200:
      return !response.redirected && jsonType.test(headers.get('content-type') ?? '') && text !== ''
        ? null
        : { kind: 'bad-response' };
    case 401:
      return { kind: 'key-rejected' };
    case 402:
      return { kind: 'forbidden' };
    case 403:
      return { kind: badKeyDetail.test(detailOf(text)) ? 'key-rejected' : 'forbidden' };
    case 404:
    case 410:
      return { kind: 'not-found' };
    case 407:
      return { kind: 'offline' };
    case 408:
      return { kind: 'timeout' };
    case 429:
      return {
        kind: 'rate-limited',
        untilMs: nowMs + retryAfterMs(headers.get('retry-after'), nowMs),
      };
    default:
      return status >= 400 && status <= 599 ? { kind: 'server', status } : { kind: 'bad-response' };
  }
}

function detailOf(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : '';
    return typeof detail === 'string' ? detail : '';
  } catch {
    return '';
  }
}
