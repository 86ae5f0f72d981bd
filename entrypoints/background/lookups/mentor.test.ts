import { describe, expect, it } from 'vitest';
import { believable, json, type Reply } from '@/demo/fakes/fake-api';
import { fakeDeps, query as refreshQuery } from '@/demo/fakes/worker-dependencies';
import { type MentorQuery, type ResolvedMentor, resolveMentor } from './mentor';

const { baseUrl, org, user } = refreshQuery;
const slug: MentorQuery = { baseUrl, org, user, keyOwner: null, idOrSlug: 'my-tutor' };
const id = '8f14e45f-ceea-467f-a9f2-1c2d3e4f5a6b';

function setUp(reply: Reply = believable) {
  const deps = fakeDeps(reply);
  const cache = new Map<string, ResolvedMentor>();
  const ask = (query: MentorQuery = slug) =>
    resolveMentor(
      {
        client: deps.client(),
        now: () => deps.state.nowMs,
        readKey: deps.readKey,
        checkAccess: async () => deps.state.denied,
        readCached: async ({ idOrSlug }) => cache.get(idOrSlug) ?? null,
        writeCached: async ({ idOrSlug }, mentor) => void cache.set(idOrSlug, mentor),
      },
      query,
    );
  return { ...deps, ask };
}

describe('resolveMentor', () => {
  it('asks once for a slug, then knows it', async () => {
    const { ask, requests } = setUp();
    const tutor = { ok: true, value: { mentorId: 'm-1', name: 'Tutor' } };
    expect([await ask(), await ask()]).toEqual([tutor, tutor]);
    expect(requests.map((url) => url.pathname)).toEqual([
      '/api/ai-mentor/orgs/acme/users/ada/mentors/my-tutor/public-settings/',
    ]);
  });

  it('takes a unique id as it is where the API does not answer, but no slug', async () => {
    const { ask } = setUp(() => json({}, 404));
    expect(await ask({ ...slug, idOrSlug: id })).toEqual({
      ok: true,
      value: { mentorId: id, name: null },
    });
    expect(await ask()).toEqual({ ok: false, failure: { kind: 'not-found' } });
  });

  it('asks nothing without a key or access', async () => {
    const { ask, state, requests } = setUp();
    state.key = null;
    expect(await ask()).toEqual({ ok: false, failure: { kind: 'no-key' } });
    state.denied = { kind: 'host-not-allowed', host: 'x' };
    expect(await ask()).toEqual({ ok: false, failure: state.denied });
    expect(requests).toHaveLength(0);
  });
});
