import { describe, expect, it } from 'vitest';
import { json } from '@/demo/fakes/fake-api';
import { fakeDeps, query, startMs } from '@/demo/fakes/worker-dependencies';
import { createActiveNow } from './active-now';

const { baseUrl, org, user } = query;
const identity = { baseUrl, org, user, mentorId: null, keyFingerprint: 'key-1' };
const asked = { identity, keyOwner: null };

describe('who is active now', () => {
  it('is asked once a minute, for the key that was asked with', async () => {
    const deps = fakeDeps(() => json({ metric: 'currently_active', count: 7, change: 1 }), {});
    const activeNow = createActiveNow(deps.refreshDeps());
    expect(await activeNow(asked)).toEqual({ ok: true, value: { count: 7, asOfMs: startMs } });
    expect(deps.requests[0]?.search).toBe('?metric=currently_active&platform_key=acme');
    deps.state.nowMs += 59_999;
    await activeNow(asked);
    expect(deps.requests).toHaveLength(1);
    deps.state.nowMs += 1;
    await activeNow(asked);
    expect(deps.requests).toHaveLength(2);
    const another = { identity: { ...identity, keyFingerprint: 'key-2' }, keyOwner: null };
    expect(await activeNow(another)).toEqual({ ok: false, failure: { kind: 'no-key' } });
  });

  it('is unknown where the answer has no number', async () => {
    const deps = fakeDeps(() => json({ points: [{ date: '2026-03-20', value: 3 }] }), {});
    const answer = await createActiveNow(deps.refreshDeps())(asked);
    expect(answer).toEqual({ ok: false, failure: { kind: 'no-figure' } });
  });
});
