// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operationPathOf, validateAnswer } from '../contract';
import { apiKeyOf, MENTORS, secretOf } from '../data/organizations';
import { ask } from '../server/ask';
import { type Demo, startDemo } from '../server/server';

const nowMs = Date.UTC(2026, 2, 20, 12, 30);
const base = 'https://base.manager.iblai.app/api';
const mine = `${base}/ai-analytics/orgs/acme/users/ada`;
const days = 'start_date=2026-03-01&end_date=2026-03-20';
const instants = 'start_date=2026-03-01T00:00:00Z&end_date=2026-03-08T00:00:00.000Z';
const tutor = MENTORS[0]?.id ?? '';
const adasKey = `Api-Token ${apiKeyOf('acme', 'ada')}`;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ nowMs: () => nowMs });
});
beforeEach(() => demo.control.reset());
afterAll(() => demo.close());

const get = (url: string, authorization: string | undefined = adasKey) =>
  ask(demo.httpsPort, url, authorization);

describe('every answer is valid for the vendor’s schema', () => {
  const recent = `${base}/ai-mentor/orgs/acme/users/ada`;
  const good = [
    `${mine}/user-cohorts-over-time/?${days}`,
    `${mine}/user-cohorts-over-time/?${days}&aggregation=hourly&mentor_id=${tutor}`,
    `${mine}/user-cost/?username=grace&${instants}`,
    `${mine}/user-feedback/?${days}&aggregation=weekly`,
    `${mine}/mentors/${tutor}/cost/?${instants}`,
    `${recent}/recently-accessed-mentors/`,
    `${recent}/mentors/calculus-tutor/public-settings/`,
    `${recent}/mentors/${tutor}/public-settings/`,
    `${base}/core/token/verify/`,
    `${base}/core/orgs/acme/metadata/`,
  ];
  const branches = [
    {},
    { endInclusive: false },
    { fillGaps: true },
    { feedbackShape: 'flat' as const },
  ];

  it.each(good)('%s', async (url) => {
    for (const branch of branches) {
      Object.assign(demo.control.behaviour, branch);
      const { status, json } = await get(url);
      expect(status).toBe(200);
      expect(validateAnswer(operationPathOf(new URL(url).pathname) ?? '', 200, json)).toEqual([]);
    }
  });

  it('under every base URL', async () => {
    const path = new URL(`${mine}/user-feedback/?${days}`);
    const prefixes = ['https://api.iblai.app/dm', 'https://docs.ibl.ai/_mock/apis/ibl'];
    const first = await get(path.href);
    for (const prefix of prefixes) {
      const { json } = await get(`${prefix}${path.pathname}${path.search}`);
      expect(json).toEqual(first.json);
    }
    expect((await get(`https://api.iblai.app${path.pathname}${path.search}`)).status).toBe(404);
  });
});

describe('parameters', () => {
  const wrong: [string, string][] = [
    [`user-feedback/?start_date=2026-03-01`, 'end_date'],
    [`user-feedback/?start_date=2026-02-30&end_date=2026-03-20`, 'start_date'],
    [`user-feedback/?start_date=2026-03-01T00:00:00Z&end_date=2026-03-20`, 'start_date'],
    [`user-feedback/?start_date=2026-03-21&end_date=2026-03-20`, 'error'],
    [`user-cohorts-over-time/?${days}&aggregation=monthly`, 'aggregation'],
    [`user-cost/?${instants}`, 'username'],
    [`user-cost/?username=ada&${days}`, 'start_date'],
    [`mentors/${tutor}/cost/?${days}`, 'end_date'],
  ];
  it.each(wrong)('%s is refused for its %s', async (path, field) => {
    const { status, json } = await get(`${mine}/${path}`);
    expect(status).toBe(400);
    expect(json).toHaveProperty([field]);
  });

  it('a mentor is named by the unique id, not by the slug', async () => {
    const url = `${mine}/user-feedback/?${days}&mentor_id=`;
    expect((await get(`${url}${tutor}`)).status).toBe(200);
    expect((await get(`${url}calculus-tutor`)).status).toBe(404);
  });

  it('an unknown user, or operation, is not found', async () => {
    expect((await get(`${mine}/user-cost/?username=nobody&${instants}`)).status).toBe(404);
    expect((await get(`${mine}/user-else/`)).status).toBe(404);
  });
});

describe('keys', () => {
  const feedback = (org: string, user: string) =>
    `${base}/ai-analytics/orgs/${org}/users/${user}/user-feedback/?${days}`;

  it.each([
    ['none', undefined],
    ['an unknown one', `Api-Token ${'0'.repeat(64)}`],
    ['another scheme', adasKey.replace('Api-Token', 'Bearer')],
    ['another organization’s', `Api-Token ${apiKeyOf('globex', 'ada')}`],
    ['another user’s', `Api-Token ${apiKeyOf('acme', 'grace')}`],
  ])('%s is refused', async (_, authorization) => {
    const { status, json } = await ask(demo.httpsPort, feedback('acme', 'ada'), authorization);
    expect(status).toBe(401);
    expect(json).toEqual({ detail: expect.any(String) });
  });

  it('a learner may not read analytics, but mentors', async () => {
    const key = `Api-Token ${apiKeyOf('acme', 'alan')}`;
    expect((await get(feedback('acme', 'alan'), key)).status).toBe(403);
    const settings = `${base}/ai-mentor/orgs/acme/users/alan/mentors/${tutor}/public-settings/`;
    expect((await get(settings, key)).status).toBe(200);
  });

  it('is taken with the scheme that the deployment wants, and for any user where it is lax', async () => {
    demo.control.behaviour.scheme = 'Api-Key';
    expect((await get(feedback('acme', 'ada'))).status).toBe(401);
    const key = adasKey.replace('Api-Token', 'Api-Key');
    expect((await get(feedback('acme', 'ada'), key)).status).toBe(200);
    demo.control.behaviour.ownerOnly = false;
    expect((await get(feedback('acme', 'grace'), key)).status).toBe(200);
  });
});

describe('the core operations', () => {
  const verify = `${base}/core/token/verify/`;

  it('say whose a key is, and nobody’s of an organization’s own', async () => {
    expect((await get(verify)).json).toMatchObject({ username: 'ada', user_id: 101 });
    const secret = `Api-Token ${secretOf('acme')}`;
    expect((await get(verify, secret)).json).toMatchObject({ username: null });
    const feedback = (user: string) =>
      `${base}/ai-analytics/orgs/acme/users/${user}/user-feedback/?${days}`;
    expect((await get(feedback('grace'), secret)).status).toBe(200);
    expect((await get(feedback('alan'), secret)).status).toBe(401);
    expect((await ask(demo.httpsPort, verify)).status).toBe(401);
  });

  it('tell everybody which organizations there are', async () => {
    const metadata = (org: string) => ask(demo.httpsPort, `${base}/core/orgs/${org}/metadata/`);
    expect((await metadata('acme')).json).toMatchObject({ platform_name: 'Acme University' });
    expect((await metadata('nowhere')).status).toBe(404);
  });

  it('are missing where a deployment is told so', async () => {
    demo.control.behaviour.core = false;
    expect((await get(verify)).status).toBe(404);
  });
});
