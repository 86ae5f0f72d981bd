import { DAY_MS, HOUR_MS } from '@/utils/figures/time/range';
import { type CardData, type CardName, cardNames, cardStores } from './data';
import type { CardStates } from './state';

/** When the buckets that contain `nowMs` end (epoch ms); until then the same figures give the same chart. */
export function nextBoundaryMs(cards: CardStates, nowMs: number): number {
  const byDay = cardNames.every((name) => isByDay(cards, name));
  const unitMs = byDay ? DAY_MS : HOUR_MS;
  return (Math.floor(nowMs / unitMs) + 1) * unitMs;
}

function isByDay<Name extends CardName>(cards: CardStates, name: Name): boolean {
  const data: CardData[Name] | undefined = cards[name]?.data;
  if (!data) return true;
  const { startMs, endMs, aggregation } = data.period;
  const bounds = [startMs, endMs, ...(cardStores[name].boundaries?.(data) ?? [])];
  return aggregation !== 'hourly' && bounds.every((ms) => ms % DAY_MS === 0);
}
