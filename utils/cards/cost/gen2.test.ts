import { describe, expect, it } from 'vitest';
import type { Ask, Caller } from '@/utils/api/ask';
import { createClient } from '@/utils/api/client';
import { periodOf } from '@/utils/figures/time/period';
import type { CostData } from './data';
import { askDaysBefore, barsBefore, fetchFinances } from './gen2';

const nowMs = Date.UTC(2026, 2, 20, 12);
const period = periodOf({ kind: '7d' }, nowMs);
const caller: Caller = {
  baseUrl: 'https://b',
  org: 'acme',
  pathUser: 'ada',
  user: 'ada',
  apiKey: 'k',
  keyFingerprint: 'f',
  scheme: 'Api-Token',
  deadlineMs: nowMs + 15_000,
};
const request = { caller, period, mentorId: null, nowMs };

/** Returns a client that gets the same answer to every request. */
function answering(json: unknown) {
  const ask: Ask = async (_caller, _operation, parse) =>
    parse({ json, servedAtMs: null }, { users: ['ada'], org: 'acme', mentorId: null });
  return createClient(ask);
}
const days = (...dates: string[]) => dates.map((date) => ({ date, value: '1.5' }));

describe('a cost by days', () => {
  it('of days that are all of another time is an answer to another question', async () => {
    const other = answering({ value: '3', overtime: days('2026-02-01', '2026-04-01') });
    expect(await fetchFinances(other, request)).toEqual({
      ok: false,
      failure: { kind: 'bad-response' },
    });
    const own = answering({ value: '3', overtime: days('2026-02-01', '2026-03-20') });
    expect((await fetchFinances(own, request)).ok).toBe(true);
  });

  it('without its days is a total without bars, not bars of zero', async () => {
    const client = answering({ value: '12.34', overtime: [] });
    const drawn = await fetchFinances(client, request);
    expect(drawn).toMatchObject({ ok: true, value: { total: 12.34, spans: [] } });
    const [bars, none] = [days('2026-03-20'), answering({ value: '0', overtime: [] })];
    const shown = await fetchFinances(answering({ value: '1.5', overtime: bars }), request);
    if (!shown.ok) throw new Error('no bars');
    const earlier = async (of: typeof client, { spans }: CostData) =>
      barsBefore(spans, period, await askDaysBefore(of, request));
    expect(await earlier(client, shown.value)).toBeNull();
    const zeros = await earlier(none, shown.value);
    expect(zeros?.map(({ cost }) => cost)).toEqual(Array(7).fill(0));
  });

  it('asks for the days before once, when the last that ended has been over for an hour', async () => {
    const all = Array.from(
      { length: 14 },
      (_, day) => `2026-03-${String(7 + day).padStart(2, '0')}`,
    );
    const client = answering({ value: '3', overtime: days(...all) });
    const midnightMs = Date.UTC(2026, 2, 20);
    const askedAt = async (minutes: number) => {
      const atMs = midnightMs + minutes * 60_000;
      const answer = await fetchFinances(client, { ...request, nowMs: atMs });
      if (!answer.ok) throw new Error('no cost');
      return askDaysBefore(client, request, { data: answer.value });
    };
    expect(await askedAt(59)).not.toBeNull();
    expect(await askedAt(60)).toBeNull();
  });

  it('that is null is unknown', async () => {
    expect(await fetchFinances(answering({ value: null, overtime: [] }), request)).toEqual({
      ok: false,
      failure: { kind: 'no-figure' },
    });
  });
});
