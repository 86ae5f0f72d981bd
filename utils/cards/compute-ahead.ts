import type { KpiSpec } from './card';
import { type CardData, type CardName, cardNames } from './data';
import type { CardStates } from './state';
import { cardViews } from './view';

/** Shorter than what a person notices, and than the shortest frame. */
const TASK_MS = 8;

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Computes the headline figures of all cards before they are drawn, which finds them computed. Those
 * of long series are computed in tasks of their own: together with the drawing they would hold a page
 * up for longer than a person notices.
 */
export async function computeAhead(cards: CardStates): Promise<void> {
  let beganMs = performance.now();
  for (const compute of cardNames.flatMap((name) => figuresOf(cards, name))) {
    compute();
    if (performance.now() - beganMs < TASK_MS) continue;
    await nextTask();
    beganMs = performance.now();
  }
}

function figuresOf<Name extends CardName>(cards: CardStates, name: Name): (() => unknown)[] {
  const data: CardData[Name] | undefined = cards[name]?.data;
  const specs: readonly KpiSpec<CardData[Name]>[] = cardViews[name].kpis;
  return data
    ? specs.map(
        ({ compute }) =>
          () =>
            compute(data),
      )
    : [];
}
