// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { sampleFigures } from '@/utils/cards/fake-figures';
import type { Range } from '@/utils/figures/time/range';
import { type Identity, identityKey } from '@/utils/identity';
import type { Change } from '@/utils/store/change';
import type { Snapshot } from '@/utils/store/snapshots/snapshot';
import { questionOf } from '../model/board';
import type { Query } from '../model/page-state';
import { useBoard } from './useBoard';

/** The store, its news and its readings, in whichever order the scheduler wants. */
const store = vi.hoisted(() => ({
  read: async (_identity: unknown, _range: unknown): Promise<unknown> => null,
  listeners: new Set<(change: never) => void>(),
}));
vi.mock('@/utils/store/snapshots/snapshots', async (original) => ({
  ...(await original<object>()),
  readSnapshot: (identity: Identity, range: Range) => store.read(identity, range),
}));
vi.mock('@/utils/store/changes', () => ({
  onChange: (callback: (change: never) => void) => {
    store.listeners.add(callback);
    return () => store.listeners.delete(callback);
  },
}));

const RANGES: Range[] = [{ kind: '7d' }, { kind: '30d' }];
const QUERIES: Query[] = ['ada', 'bob'].flatMap((user) =>
  RANGES.map((range) => ({
    identity: {
      baseUrl: 'https://base.manager.iblai.app',
      org: 'acme',
      user,
      mentorId: null,
      keyFingerprint: 'f',
    },
    range,
  })),
);
const indexOf = (question: string) => QUERIES.findIndex((one) => questionOf(one) === question);
const sample = sampleFigures({ kind: '7d' }, false, Date.now());

/** Cards whose total shows to whom they belong, and which version they are. */
const cardsOf = (index: number, version: number): Snapshot['cards'] => ({
  cohorts: { data: sample.cohorts, fetchedAtMs: Date.now() },
  cost: { data: { ...sample.cost, total: index * 1000 + version }, fetchedAtMs: Date.now() },
  feedback: { data: sample.feedback, fetchedAtMs: Date.now() },
});

const which = fc.nat({ max: QUERIES.length - 1 });
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('switch' as const), to: which }) },
    fc.record({ kind: fc.constant('write' as const), to: which }),
    fc.record({ kind: fc.constantFrom('refresh' as const, 'online' as const) }),
  ),
  { minLength: 2, maxLength: 10 },
);

it('shows figures and failures only under whom and what they are of, whatever the order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler({ act }),
      steps,
      fc.array(fc.boolean()),
      async (s, plan, luck) => {
        const held = new Map<string, Snapshot['cards']>();
        let version = 1;
        const write = (index: number) => {
          const query = QUERIES[index];
          if (!query) return;
          version += 1;
          held.set(questionOf(query), cardsOf(index, version));
          const change: Change = { kind: 'snapshot', identityKey: identityKey(query.identity) };
          void s.schedule(Promise.resolve(), 'news').then(() => {
            for (const listener of store.listeners) Reflect.apply(listener, null, [change]);
          });
        };
        store.read = s.scheduleFunction(async (identity, range) => {
          const cards = held.get(questionOf({ identity, range } as Query));
          return cards ? { cards } : null;
        });
        let calls = 0;
        browser.runtime.sendMessage = s.scheduleFunction(async (message: unknown) => {
          const { args } = message as { args: Query };
          const index = indexOf(questionOf(args));
          calls += 1;
          if (luck[calls % (luck.length || 1)]) {
            return { ok: false, failure: { kind: 'server', status: 500 + index } };
          }
          write(index);
          return { ok: true, value: null };
        }) as typeof browser.runtime.sendMessage;

        const drawn: [query: Query, total: number | undefined, status: number | null][] = [];
        const { result, rerender, unmount } = renderHook(
          (query: Query) => {
            const board = useBoard(query);
            const { failure } = board;
            const status = failure?.kind === 'server' ? failure.status : null;
            drawn.push([query, board.cards.cost?.data?.total, status]);
            return board;
          },
          { initialProps: QUERIES[0] as Query },
        );
        let shown = 0;
        s.scheduleSequence(
          plan.map((step) => async () => {
            if (step.kind === 'switch') {
              shown = step.to;
              rerender(QUERIES[step.to] as Query);
            } else if (step.kind === 'write') write(step.to);
            else if (step.kind === 'refresh') result.current.refresh(Date.now());
            else window.dispatchEvent(new Event('online'));
          }),
        );
        for (let idle = 0; idle < 3; idle += 1) {
          await s.waitIdle();
          await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
        }
        const { busy, cards } = result.current;
        unmount();
        cleanup();

        for (const [query, total, status] of drawn) {
          const index = indexOf(questionOf(query));
          if (total !== undefined) expect(Math.floor(total / 1000)).toBe(index);
          if (status !== null) expect(status).toBe(500 + index);
        }
        const last = QUERIES[shown];
        expect(busy).toBe(false);
        expect(cards.cost?.data?.total).toBe(last && held.get(questionOf(last))?.cost?.data?.total);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);

it('never lets a reading that was overtaken undo a newer one, and asks nothing for one left behind', async () => {
  const answers: ((value: unknown) => void)[] = [];
  store.read = () => new Promise((resolve) => answers.push(resolve));
  const sent = vi.fn(() => new Promise(() => undefined));
  Object.assign(browser.runtime, { sendMessage: sent });
  const [ada, bobs] = [QUERIES[0] as Query, QUERIES[2] as Query];
  const { result, rerender } = renderHook((query: Query) => useBoard(query), {
    initialProps: bobs,
  });
  rerender(ada);
  const change: Change = { kind: 'snapshot', identityKey: identityKey(ada.identity) };
  for (const listener of store.listeners) Reflect.apply(listener, null, [change]);
  const [bob, older, newer] = answers;
  await act(async () => {
    newer?.({ cards: cardsOf(0, 2) });
    await Promise.resolve();
    older?.({ cards: cardsOf(0, 1) });
    bob?.(null);
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(result.current.cards.cost?.data?.total).toBe(2);
  expect(result.current.busy).toBe(false);
  expect(sent).not.toHaveBeenCalled();
});
