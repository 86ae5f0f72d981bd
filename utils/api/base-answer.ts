import { DAY_MS } from '@/utils/figures/time/range';
import { readBody } from './http/body';
import type { Operation } from './operation';
import { buildUrl } from './url';

/** The kind of server found at a base URL, asked without a key. */
export type BaseAnswer =
  /** It requires a key where the API does. */
  | 'api'
  /** It serves web pages or redirects to a sign-in page. */
  | 'pages'
  /** A host answers, but the API is not at this address. */
  | 'nothing'
  | 'unreachable';

const MAX_BODY_BYTES = 64 * 1024;
const TIMEOUT_MS = 6000;

/**
 * Finds out what answers at a base URL without sending a key. Both generations of the API refuse
 * such a request with a message in JSON (401 or 403). Sends at most three requests, within 6 s in
 * total.
 */
export async function baseAnswer(
  baseUrl: string,
  org: string,
  { fetch, now }: { fetch: (request: Request) => Promise<Response>; now: () => number },
): Promise<BaseAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let found: BaseAnswer = 'nothing';
  for (const operation of doors(now())) {
    const url = buildUrl({ baseUrl, org, pathUser: 'me' }, operation);
    if (!url.ok) return 'nothing';
    const answer = await look(url.value, fetch, signal);
    if (answer === 'api' || answer === 'unreachable') return answer;
    if (answer === 'pages') found = answer;
  }
  return found;
}

/** One operation of each part of the API; every deployment has at least one of them. */
function doors(nowMs: number): Operation[] {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  return [
    { name: 'token' },
    { name: 'active-users', aggregation: 'daily', startDate: day, endDate: day, mentorId: null },
    { name: 'cost', startMs: nowMs - DAY_MS, endMs: nowMs, username: 'me' },
  ];
}

async function look(
  url: URL,
  fetch: (request: Request) => Promise<Response>,
  signal: AbortSignal,
): Promise<BaseAnswer> {
  try {
    const request = new Request(url, {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    const response = await fetch(request);
    const { status } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return 'pages';
    const text = await readBody(response, MAX_BODY_BYTES).catch(() => '');
    if (status === 200) return isJson(text) ? 'nothing' : 'pages';
    return (status === 401 || status === 403) && isJson(text) ? 'api' : 'nothing';
  } catch {
    return 'unreachable';
  }
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) instanceof Object;
  } catch {
    return false;
  }
}
