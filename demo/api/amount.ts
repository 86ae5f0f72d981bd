import type { Visit } from '../data/visit';
import type { Behaviour } from './answer';

/** Millionths of a US dollar, which add up exactly. */
export function microsOf(visits: Visit[]): number {
  return visits.reduce((sum, { costMicros }) => sum + costMicros, 0);
}

/** An amount as the second generation writes it: five decimals, as text or as a number. */
export function amount(micros: number, { amounts }: Behaviour): string | number {
  return amounts === 'text' ? (micros / 1e6).toFixed(5) : micros / 1e6;
}

/** A change in per cent, one decimal; null against nothing. */
export function percentage(value: number, previous: number): number | null {
  return previous === 0 ? null : Math.round((1000 * (value - previous)) / previous) / 10;
}
