import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CardStates } from '@/utils/cards/state';
import type { Failure, Result } from '@/utils/failure';
import { identityKey } from '@/utils/identity';
import { send } from '@/utils/messages/send';
import { onChange } from '@/utils/store/changes';
import { readSnapshot } from '@/utils/store/snapshots/snapshots';
import { type Board, isFresh, questionOf } from '../model/board';
import type { Query } from '../model/page-state';
import { useReturn } from './useReturn';

interface Asked {
  question: string;
  busy: boolean;
  failure: Failure | null;
}

/** The figures that answer the query, and a way to ask for newer ones. */
export interface Answer {
  cards: CardStates;
  busy: boolean;
  failure: Failure | null;
  /** Asks for what is not fresh, and for all that is older than `newerThanMs`. */
  refresh: (newerThanMs: number | null) => void;
}

const NOTHING: CardStates = {};
const nothing = () => undefined;

/**
 * Shows cached figures at once, straight from the store, and asks the worker only for what is older
 * than five minutes. Whatever answers an earlier query is dropped: when it arrives, and again when
 * it is about to be drawn.
 */
export function useBoard(
  query: Query | null,
  known: Board | null = null,
  early: Promise<Result<null>> | null = null,
): Answer {
  const [board, setBoard] = useState(known);
  const first = useRef(known);
  /** What was asked before the page was drawn: the first question of all, if any. */
  const begun = useRef(early);
  const [asked, setAsked] = useState(() => askedBefore(known, query));
  const question = query && questionOf(query);
  const wanted = query && `${questionOf(query)} ${query.cards?.join()}`;
  const current = useRef(query);
  current.current = query;

  const isCurrent = useCallback(
    (of: string) => current.current !== null && questionOf(current.current) === of,
    [],
  );

  const readings = useRef({ begun: 0, drawn: 0 });
  /** `also` is called in the same turn as the figures are set, so that both are drawn at once. */
  const read = useCallback(
    async (of: Query, also: (cards: CardStates | null) => void = nothing): Promise<void> => {
      readings.current.begun += 1;
      const mine = readings.current.begun;
      const snapshot = await readSnapshot(of.identity, of.range);
      const answered = questionOf(of);
      if (!isCurrent(answered)) return;
      // A reading that ends after a newer one has older figures, so it is not drawn.
      if (mine > readings.current.drawn) {
        readings.current.drawn = mine;
        setBoard({ question: answered, cards: snapshot?.cards ?? NOTHING });
      }
      also(snapshot?.cards ?? null);
    },
    [isCurrent],
  );

  const refresh = useCallback(
    async (newerThanMs: number | null) => {
      const of = current.current;
      if (!of) return;
      const mine = questionOf(of);
      setAsked({ question: mine, busy: true, failure: null });
      const answer = begun.current ?? send('refresh', { ...of, newerThanMs });
      begun.current = null;
      const result = await answer;
      if (!isCurrent(mine)) return;
      await read(of, (cards) => {
        const lost = cards ? null : ({ kind: 'storage' } as const);
        setAsked({ question: mine, busy: false, failure: result.ok ? lost : result.failure });
      });
    },
    [isCurrent, read],
  );

  // Not after the next frame, as the figures of another range or person are read meanwhile.
  useLayoutEffect(() => {
    const of = current.current;
    if (!of || wanted === null) return;
    const mine = questionOf(of);
    const judge = (cards: CardStates | null) => {
      if (cards && isFresh(cards, of)) setAsked((now) => nothingToAsk(mine, now));
      else refresh(null);
    };
    // Figures that were read before the page was drawn need no second reading; those from before a
    // switch and back do: newer ones may have come while nobody listened for them.
    if (first.current?.question === mine) {
      judge(first.current.cards);
    } else {
      begun.current = null;
      read(of, judge);
    }
    first.current = null;
  }, [wanted, read, refresh]);

  useEffect(
    () =>
      onChange((change) => {
        const of = current.current;
        if (of && change.kind === 'snapshot' && change.identityKey === identityKey(of.identity)) {
          read(of);
        }
      }),
    [read],
  );

  const askAgain = useCallback(async () => {
    const of = current.current;
    if (!of) return;
    await read(of, (cards) => {
      if (!(cards && isFresh(cards, of))) refresh(null);
    });
  }, [read, refresh]);
  useReturn(askAgain);

  const mine = asked?.question === question ? asked : null;
  return {
    cards: board?.question === question ? board.cards : NOTHING,
    busy: mine ? mine.busy : query !== null,
    failure: mine?.failure ?? null,
    refresh,
  };
}

/** Returns the state before the first request: fresh figures need none. */
const askedBefore = (known: Board | null, query: Query | null): Asked | null =>
  known && query && isFresh(known.cards, query) ? nothingToAsk(known.question, null) : null;

/** Returns the same object if it shows the same, so that nothing is drawn again. */
const nothingToAsk = (question: string, now: Asked | null): Asked =>
  now?.question === question && !now.busy && now.failure === null
    ? now
    : { question, busy: false, failure: null };
