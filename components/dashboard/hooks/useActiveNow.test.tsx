// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import type { Identity } from '@/utils/identity';
import { useActiveNow } from './useActiveNow';

afterEach(cleanup);

const identity = (org: string): Identity => ({
  ...{ baseUrl: 'https://b', org, user: 'ada', mentorId: null, keyFingerprint: 'f' },
});
const COUNTS: Record<string, number> = { acme: 5, globex: 9 };

it('never shows how many are active under another organization, not even for one drawing', async () => {
  Object.assign(browser.runtime, {
    sendMessage: async ({ args }: { args: { identity: Identity } }) => ({
      ok: true,
      value: { count: COUNTS[args.identity.org], asOfMs: 1 },
    }),
  });
  const drawn: [org: string, count: number | null][] = [];
  const { rerender } = renderHook(
    (org: string) => void drawn.push([org, useActiveNow(identity(org))]),
    { initialProps: 'acme' },
  );
  await waitFor(() => expect(drawn.at(-1)).toEqual(['acme', 5]));
  rerender('globex');
  await waitFor(() => expect(drawn.at(-1)).toEqual(['globex', 9]));
  expect(drawn.filter(([org, count]) => count !== null && count !== COUNTS[org])).toEqual([]);
});
