import { ok } from '@/utils/failure';
import type { Client } from '../client';
import type { Source } from '../source';
import { fetchDaysBefore, fetchFinances } from './cost';
import { daysQuery, wholeDays } from './days';
import { fetchRatings } from './ratings';
import { fetchUsers } from './users';

/** The second generation: `/api/analytics/…`, by whole UTC days. */
export const secondSource = (client: Client): Source => ({
  cohorts: (request) => fetchUsers(client, request),
  cost: (request) => fetchFinances(client, request),
  costBefore: (request, drawn) => fetchDaysBefore(client, request, drawn),
  feedback: (request) => fetchRatings(client, request),
  async breakdown({ caller, period, mentorId }, by) {
    const days = wholeDays(period);
    const answer = await client.financesBy(caller, daysQuery(days, mentorId), by);
    const { startMs, endMs } = days;
    return answer.ok ? ok({ by, whose: 'user' as const, startMs, endMs, ...answer.value }) : answer;
  },
});
