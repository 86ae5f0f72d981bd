// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sampleFigures } from '@/utils/cards/fake-figures';
import type { Failure } from '@/utils/failure';
import { type Identity, identityKey } from '@/utils/identity';
import { announce } from '@/utils/store/changes';
import { clearCache } from '@/utils/store/snapshots/db';
import type { Snapshot } from '@/utils/store/snapshots/snapshot';
import { writeSnapshot } from '@/utils/store/snapshots/snapshots';
import { questionOf } from '../model/board';
import type { Query } from '../model/page-state';
import { useBoard } from './useBoard';

const range = { kind: '7d' } as const;
const identity = (user: string): Identity => ({
  baseUrl: 'https://base.manager.iblai.app',
  org: 'acme',
  user,
  mentorId: null,
  keyFingerprint: 'f',
});
const data = sampleFigures(range, false, Date.now());
const cards = (total: number, fetchedAtMs = Date.now()): Snapshot['cards'] => ({
  cohorts: { data: data.cohorts, fetchedAtMs },
  cost: { data: { ...data.cost, total }, fetchedAtMs },
  feedback: { data: data.feedback, fetchedAtMs },
});

/** Answers of the worker in the order of its calls, each given when the test wants. */
let answers: ((failure?: Failure) => void)[];
const sent = vi.fn();

beforeEach(async () => {
  answers = [];
  sent.mockClear();
  await clearCache();
  browser.runtime.sendMessage = (...message: unknown[]) => {
    sent(message[0]);
    return new Promise<unknown>((resolve) => {
      answers.push((failure) =>
        resolve(failure ? { ok: false, failure } : { ok: true, value: null }),
      );
    });
  };
});
afterEach(() => {
  cleanup();
  // A question without an answer would be sent again, into the next test.
  for (const answer of answers) answer();
});
const ask = (user: string) =>
  renderHook((query: Query | null) => useBoard(query), {
    initialProps: { identity: identity(user), range },
  });
const total = (board: { cards: Snapshot['cards'] }) => board.cards.cost?.data?.total;

describe('useBoard', () => {
  it('waits for what was asked before the page was drawn, and asks nothing of its own then', async () => {
    const query = { identity: identity('ada'), range };
    const known = { question: questionOf(query), cards: {} };
    let answer = (_: { ok: true; value: null }) => {};
    const early = new Promise<{ ok: true; value: null }>((resolve) => (answer = resolve));
    const { result } = renderHook(() => useBoard(query, known, early));
    expect(result.current.busy).toBe(true);
    await writeSnapshot(identity('ada'), range, cards(5));
    answer({ ok: true, value: null });
    await waitFor(() => expect(result.current.busy).toBe(false));
    expect(total(result.current)).toBe(5);
    expect(sent).not.toHaveBeenCalled();
    act(() => {
      result.current.refresh(Date.now());
    });
    expect(sent).toHaveBeenCalledTimes(1);
    answers[0]?.();
    await waitFor(() => expect(result.current.busy).toBe(false));
  });

  it('shows fresh figures from the store without asking the worker', async () => {
    await writeSnapshot(identity('ada'), range, cards(5));
    const { result } = ask('ada');
    expect(result.current.busy).toBe(true);
    await waitFor(() => expect(total(result.current)).toBe(5));
    await waitFor(() => expect(result.current.busy).toBe(false));
    expect(sent).not.toHaveBeenCalled();
  });

  it('asks anew when the window is looked at again, and not when it is left', async () => {
    await writeSnapshot(identity('ada'), range, cards(5));
    const { result } = ask('ada');
    await waitFor(() => expect(result.current.busy).toBe(false));
    const later = Date.now() + 6 * 60_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    await fakeBrowser.windows.onFocusChanged.trigger(-1);
    expect(sent).not.toHaveBeenCalled();
    await fakeBrowser.windows.onFocusChanged.trigger(1);
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    vi.restoreAllMocks();
  });

  it('shows old figures while newer ones are on their way', async () => {
    await writeSnapshot(identity('ada'), range, cards(5, Date.now() - 600_000));
    const { result } = ask('ada');
    await waitFor(() => expect(answers).toHaveLength(1));
    expect(sent).toHaveBeenCalledWith({
      command: 'refresh',
      args: { identity: identity('ada'), range, newerThanMs: null },
    });
    expect(total(result.current)).toBe(5);
    expect(result.current.busy).toBe(true);
    await writeSnapshot(identity('ada'), range, cards(6));
    answers[0]?.();
    await waitFor(() => expect(total(result.current)).toBe(6));
    await waitFor(() => expect(result.current.busy).toBe(false));
  });

  it('redraws when another page or the worker changed the same figures', async () => {
    await writeSnapshot(identity('ada'), range, cards(5));
    const { result } = ask('ada');
    await waitFor(() => expect(total(result.current)).toBe(5));
    await writeSnapshot(identity('ada'), range, cards(7));
    announce({ kind: 'snapshot', identityKey: identityKey(identity('ada')) });
    await waitFor(() => expect(total(result.current)).toBe(7));
  });

  it('drops the figures of one person in the very render that names another', async () => {
    await writeSnapshot(identity('ada'), range, cards(5));
    const renders: [string, number | undefined][] = [];
    const { result, rerender } = renderHook(
      (query: Query) => {
        const board = useBoard(query);
        renders.push([query.identity.user, total(board)]);
        return board;
      },
      { initialProps: { identity: identity('ada'), range } },
    );
    await waitFor(() => expect(total(result.current)).toBe(5));
    await writeSnapshot(identity('bob'), range, cards(9));
    rerender({ identity: identity('bob'), range });
    await waitFor(() => expect(total(result.current)).toBe(9));
    expect(renders).not.toContainEqual(['bob', 5]);
    expect(renders).toContainEqual(['bob', undefined]);
  });

  it('drops an answer that comes after the switch', async () => {
    const { result, rerender } = ask('ada');
    await waitFor(() => expect(answers).toHaveLength(1));
    rerender({ identity: identity('bob'), range });
    await waitFor(() => expect(answers).toHaveLength(2));
    await writeSnapshot(identity('ada'), range, cards(5));
    answers[0]?.({ kind: 'offline' });
    announce({ kind: 'snapshot', identityKey: identityKey(identity('ada')) });
    await writeSnapshot(identity('bob'), range, cards(9));
    answers[1]?.();
    await waitFor(() => expect(total(result.current)).toBe(9));
    expect(result.current.failure).toBeNull();
  });

  it('stays settled when the answer for somebody else comes last', async () => {
    const { result, rerender } = ask('ada');
    await waitFor(() => expect(answers).toHaveLength(1));
    rerender({ identity: identity('bob'), range });
    await waitFor(() => expect(answers).toHaveLength(2));
    await writeSnapshot(identity('bob'), range, cards(9));
    answers[1]?.();
    await waitFor(() => expect(result.current.busy).toBe(false));
    await act(async () => {
      answers[0]?.({ kind: 'offline' });
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(result.current).toMatchObject({ busy: false, failure: null });
  });

  it('settles with the failure where nothing could be had', async () => {
    const { result } = ask('ada');
    await waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.({ kind: 'key-rejected' });
    await waitFor(() => expect(result.current.busy).toBe(false));
    expect(result.current.failure).toEqual({ kind: 'key-rejected' });
  });

  it('blames the storage where an answer left nothing behind', async () => {
    const { result } = ask('ada');
    await waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await waitFor(() => expect(result.current.failure).toEqual({ kind: 'storage' }));
  });

  it('begins with figures that were read before, and finds them again after a switch and back', async () => {
    const ada = { identity: identity('ada'), range };
    await writeSnapshot(ada.identity, range, cards(5));
    await writeSnapshot(identity('bob'), range, cards(9));
    const { result, rerender } = renderHook(
      (query: Query) => useBoard(query, { question: questionOf(ada), cards: cards(5) }),
      { initialProps: ada },
    );
    expect(total(result.current)).toBe(5);
    rerender({ identity: identity('bob'), range });
    await waitFor(() => expect(total(result.current)).toBe(9));
    rerender(ada);
    await waitFor(() => expect(total(result.current)).toBe(5));
    expect(sent).not.toHaveBeenCalled();
  });

  it('reads anew after a quick switch and back: newer figures may have come unheard', async () => {
    await writeSnapshot(identity('ada'), range, cards(5));
    const { result, rerender } = ask('ada');
    await waitFor(() => expect(total(result.current)).toBe(5));
    await writeSnapshot(identity('ada'), range, cards(6));
    rerender({ identity: identity('bob'), range });
    rerender({ identity: identity('ada'), range });
    await waitFor(() => expect(total(result.current)).toBe(6));
  });

  it('asks again when the network is back', async () => {
    const { result } = ask('ada');
    await waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.({ kind: 'offline' });
    await waitFor(() => expect(result.current.busy).toBe(false));
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(answers).toHaveLength(2));
  });
});
