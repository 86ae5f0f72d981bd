import { describe, expect, it } from 'vitest';
import { type Caller, createAsk } from './ask';
import { createClient } from './client';

const startMs = Date.UTC(2026, 2, 1);
const span = { startMs, endMs: startMs + 3_600_000 };
const range = {
  startDate: '2026-03-01',
  endDate: '2026-03-02',
  aggregation: 'daily',
  mentorId: null,
} as const;
const caller: Caller = {
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  pathUser: 'ada',
  user: 'ada',
  apiKey: 'secret',
  keyFingerprint: 'f00d',
  scheme: 'Api-Token',
  deadlineMs: startMs + 15_000,
};

/** A client behind a gateway that answers everything with 200 and the same JSON. */
const behind = (json: unknown) =>
  createClient(
    createAsk(
      {
        fetch: async () => Response.json(json),
        now: () => startMs,
        online: () => true,
        backOffMs: () => 0,
      },
      () => ({ enter: async () => null, leave: async () => undefined }),
      {
        enter: async () => true,
        leave: async () => undefined,
        accepts: async () => false,
        known: async () => null,
      },
      async () => null,
    ),
  );

describe('an error that a gateway answers with 200', () => {
  it.each([
    { error: 'upstream timed out' },
    { detail: 'Not found.' },
    { success: false, status: 500, message: 'Bad gateway', data: null },
    { errors: [{ code: 42 }], data: null },
  ])('is taken for no figure, name or owner: %j', async (error) => {
    const client = behind(error);
    const answers = await Promise.all([
      client.cohorts(caller, range),
      client.feedback(caller, range),
      client.cost(caller, span),
      client.mentorCost(caller, span, 'm-1'),
      ...(['model', 'mentor', 'person'] as const).map((by) => client.costsBy(caller, span, by)),
      client.mentor(caller, 'my-tutor'),
      client.finances(caller, range),
      client.financesBy(caller, range, 'provider'),
      client.currentlyActive(caller, null),
      client.users(caller, 'active-users', range),
      client.ratings(caller, range),
      client.keyOwner(caller),
      client.organization(caller),
      client.series(caller, 'conversations', range),
      client.sessionHeadline(caller, range),
      client.topicDetails(caller, { ...range, page: 1 }),
      client.accessTimes(caller, range),
      client.conversationSummary(caller, range),
      client.sessionAverages(caller, range),
      client.topicStatistics(caller, { ...range, page: 1 }),
      client.topicSummary(caller, range),
      client.discussedTopics(caller, range),
      client.ratingSummary(caller, range),
    ]);
    const refused = { ok: false, failure: { kind: 'bad-response' } };
    expect(answers).toEqual(answers.map(() => refused));
  });
});
