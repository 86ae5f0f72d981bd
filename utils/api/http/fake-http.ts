import { expect, vi } from 'vitest';
import type { Failure } from '@/utils/failure';
import type { CircuitBreaker } from './attempt';
import { getJson } from './get-json';

/** For tests: sends one request to a server with planned replies, on a fake clock. */
export const url = new URL('https://base.manager.iblai.app/x/');
export const key = 'c0ffee'.repeat(10);
export const startMs = Date.UTC(2026, 2, 1, 12);

export type Reply = () => Response | Promise<Response>;
export const json = (body: string, init: ResponseInit = {}) =>
  new Response(body, { headers: { 'content-type': 'application/json' }, ...init });
export const status = (code: number, headers: Record<string, string> = {}, body = '') =>
  new Response(body, { status: code, headers });
export const fine: Reply = () => json('{"total_cost":1}');

/** Never settles and ignores abort signals, which is worse than any real network. */
export const silence: Reply = () => new Promise(() => undefined);
/** Sends the headers at once, then nothing. */
export const stalled: Reply = () =>
  new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array([123])) }), {
    headers: { 'content-type': 'application/json' },
  });
export const refusedConnection: Reply = () => {
  throw new TypeError('Failed to fetch');
};
export const later = (ms: number, reply: Reply): Reply => {
  return () => new Promise((resolve) => setTimeout(() => resolve(reply()), ms));
};

/**
 * Sends a request to a server that gives these replies in turn and then repeats the last one; needs
 * fake timers.
 */
export async function ask(
  replies: Reply[],
  over: { online?: boolean; breaker?: Partial<CircuitBreaker> } = {},
) {
  vi.setSystemTime(startMs);
  const seen: Request[] = [];
  const left: (Failure | 'lost' | null)[] = [];
  const answer = getJson(
    url,
    `Api-Token ${key}`,
    startMs + 15_000,
    {
      enter: async () => null,
      leave: async (outcome) => void left.push(outcome),
      ...over.breaker,
    },
    {
      fetch: async (input) => {
        const reply = replies[Math.min(seen.length, replies.length - 1)];
        // The request is not copied: in Node 24 a copy loses its referrer policy.
        seen.push(input instanceof Request ? input : new Request(input));
        if (reply === undefined) throw new Error('No reply was planned');
        return reply();
      },
      now: Date.now,
      online: () => over.online ?? true,
      backOffMs: () => 300,
    },
  );
  let settledMs = -1;
  answer.then(() => {
    settledMs = Date.now() - startMs;
  });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(settledMs).toBeGreaterThanOrEqual(0);
  const result = await answer;
  expect(JSON.stringify(result)).not.toContain(key);
  return {
    seen,
    left,
    settledMs,
    outcome: result.ok ? result.value.json : result.failure,
    servedAtMs: result.ok ? result.value.servedAtMs : null,
  };
}

export const cost = { total_cost: 1 };
