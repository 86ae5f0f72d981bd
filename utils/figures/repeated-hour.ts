import { HOUR_MS } from './range';

const MINUTE_MS = 60_000;

/** How far the reader's clock is behind UTC at an instant, in ms. */
const behindMs = (ms: number): number => new Date(ms).getTimezoneOffset() * MINUTE_MS;

/**
 * Whether the reader's clock shows the time of this instant (epoch ms) twice, as it is set back within
 * three hours: the same time of day is then two hours of a chart.
 */
export function isRepeated(ms: number): boolean {
  const [before, now, after] = [ms - 3 * HOUR_MS, ms, ms + 3 * HOUR_MS].map(behindMs) as Three;
  const setBackMs = after - before;
  if (setBackMs <= 0) return false;
  return now === before ? behindMs(ms + setBackMs) === after : behindMs(ms - setBackMs) === before;
}

type Three = [number, number, number];
