import { expect, it } from 'vitest';
import { identityKey } from '@/utils/identity';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import { INITIAL_VIEW } from '@/utils/store/settings/view';
import { figuresQueryOf, pageStateOf } from './page-state';

const page = {
  host: 'os.ibl.ai',
  user: { name: 'ada', displayName: 'Ada' },
  org: { key: 'acme', name: null },
  mentor: { idOrSlug: 'tutor', name: null },
  from: 'local-storage',
} as const;

function asked(isPrivate: boolean) {
  const privacy = isPrivate ? { isPrivate } : {};
  const known = {
    settings: { state: 'ok', settings: fakeSettings(fakeProfile()) },
    keyMetas: { active: { last4: 'cdef', fingerprint: 'f', scheme: 'Api-Token' } },
    detection: { state: 'page', tabId: 1, page, ...privacy },
    acceptedPageKey: null,
  } as const;
  const pageState = pageStateOf(known, INITIAL_VIEW);
  const { identity } = figuresQueryOf(pageState, INITIAL_VIEW, null, []) ?? {};
  return { identity, mentor: pageState.mentorQuestion, asks: pageState.asks };
}

it('whatever is asked of the page of a private window says so', () => {
  const { identity, mentor, asks } = asked(true);
  expect([identity?.isPrivate, mentor?.isPrivate, asks?.isPrivate]).toEqual([true, true, true]);
  const normal = asked(false);
  // Requests and news of the two never meet.
  expect(identity && identityKey(identity)).not.toBe(
    normal.identity && identityKey(normal.identity),
  );
  expect(JSON.stringify(normal)).not.toContain('isPrivate');
});
