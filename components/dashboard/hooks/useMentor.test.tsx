// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useMentor } from './useMentor';

/** Readings that wait, by the mentor's name; all others are answered at once. */
const waiting = vi.hoisted(() => new Map<string, Promise<void>>());
vi.mock('@/utils/store/snapshots/mentors', () => ({
  readMentor: async ({ idOrSlug }: { idOrSlug: string }) => {
    await waiting.get(idOrSlug);
    return { mentorId: `id of ${idOrSlug}`, name: idOrSlug };
  },
}));
afterEach(cleanup);

const question = (idOrSlug: string) => ({
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user: 'ada',
  idOrSlug,
});

it('never names a mentor on another one’s page, not even for one drawing', async () => {
  const drawn: [asked: string, found: string | null][] = [];
  const { rerender } = renderHook(
    (idOrSlug: string) => {
      const { mentor } = useMentor(question(idOrSlug), { ask: false, attempt: 0, known: null });
      drawn.push([idOrSlug, mentor?.mentorId ?? null]);
    },
    { initialProps: 'tutor' },
  );
  await waitFor(() => expect(drawn.at(-1)).toEqual(['tutor', 'id of tutor']));
  rerender('coach');
  await waitFor(() => expect(drawn.at(-1)).toEqual(['coach', 'id of coach']));
  expect(drawn.filter(([asked, found]) => found !== null && found !== `id of ${asked}`)).toEqual(
    [],
  );
});

it('keeps a mentor when the reading for one that was left comes last', async () => {
  let answer = () => {};
  waiting.set(
    'tutor',
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const { result, rerender } = renderHook(
    (idOrSlug: string) => useMentor(question(idOrSlug), { ask: false, attempt: 0, known: null }),
    { initialProps: 'tutor' },
  );
  rerender('coach');
  await waitFor(() => expect(result.current.mentor?.name).toBe('coach'));
  await act(async () => {
    answer();
    // Until whoever waited has gone on.
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(result.current.mentor?.name).toBe('coach');
  waiting.clear();
});
