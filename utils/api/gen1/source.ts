import { ok } from '@/utils/failure';
import type { Client } from '../client';
import type { Source } from '../source';
import { fetchCohorts } from './cohorts';
import { fetchBarsBefore, fetchCost } from './cost';
import { fetchFeedback } from './feedback';

/** The first generation: `user-cohorts-over-time`, `user-cost`, `user-feedback`, `costs/…`. */
export const firstSource = (client: Client): Source => ({
  cohorts: (request, card) => fetchCohorts(client, request, card),
  cost: (request, reading) => fetchCost(client, request, reading),
  costBefore: (request, drawn, kept) => fetchBarsBefore(client, request, drawn, kept),
  feedback: (request) => fetchFeedback(client, request),
  async breakdown({ caller, period: { startMs, endMs } }, by) {
    const answer = await client.costsBy(caller, { startMs, endMs }, by);
    return answer.ok
      ? ok({ by, whose: 'organization' as const, startMs, endMs, ...answer.value })
      : answer;
  },
});
