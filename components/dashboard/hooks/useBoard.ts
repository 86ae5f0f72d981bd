import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { CardStates } from '@/utils/cards/state';
import type { Failure } from '@/utils/failure';
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

/**
 * Shows cached figures at once, straight from the store, and asks the worker only for what is older
 * than five minutes. Whatever answers an earlier query is dropped: when it arrives, and again when
 * it is about to be drawn.
 */
export function useBoard(query: Query | null, known: Board | null = null): Answer {
  const [board, setBoard] = useState(known);
  const first = useRef(known);
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
  const read = useCallback(
    async (of: Query): Promise<CardStates | null> => {
      readings.current.begun += 1;
      const mine = readings.current.begun;
      const snapshot = await readSnapshot(of.identity, of.range);
      const answered = questionOf(of);
      if (!isCurrent(answered)) return null;
      // A reading that ends after a newer one has older figures, so it is not drawn.
      if (mine < readings.current.drawn) return snapshot?.cards ?? null;
      readings.current.drawn = mine;
      setBoard({ question: answered, cards: snapshot?.cards ?? NOTHING });
      return snapshot?.cards ?? null;
    },
    [isCurrent],
  );

  const refresh = useCallback(
    async (newerThanMs: number | null) => {
      const of = current.current;
      if (!of) return;
      const mine = questionOf(of);
      setAsked({ question: mine, busy: true, failure: null });
      const result = await send('refresh', { ...of, newerThanMs });
      const cards = isCurrent(mine) ? await read(of) : null;
      if (!isCurrent(mine)) return;
      const lost = cards ? null : ({ kind: 'storage' } as const);
      setAsked({ question: mine, busy: false, failure: result.ok ? lost : result.failure });
    },
    [isCurrent, read],
  );

  useEffect(() => {
    const of = current.current;
    if (!of || wanted === null) return;
    const mine = questionOf(of);
    // Figures that were read before the page was drawn need no second reading; those from before a
    // switch and back do: newer ones may have come while nobody listened for them.
    const cached =
      first.current?.question === mine ? Promise.resolve(first.current.cards) : read(of);
    first.current = null;
    cached.then((cards) => {
      if (!isCurrent(mine)) return;
      if (cards && isFresh(cards, Date.now(), of.cards)) setAsked((now) => nothingToAsk(mine, now));
      else refresh(null);
    });
  }, [wanted, isCurrent, read, refresh]);

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
    const cards = await read(of);
    const isStale = !(cards && isFresh(cards, Date.now(), of.cards));
    if (isCurrent(questionOf(of)) && isStale) refresh(null);
  }, [isCurrent, read, refresh]);
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
  known && query && isFresh(known.cards, Date.now(), query.cards)
    ? nothingToAsk(known.question, null)
    : null;

/** Returns the same object if it shows the same, so that nothing is drawn again. */
const nothingToAsk = (question: string, now: Asked | null): Asked =>
  now?.question === question && !now.busy && now.failure === null
    ? now
    : { question, busy: false, failure: null };
