import { HOUR_MS } from './range';

const MINUTE_MS = 60_000;

/** Returns how far local time is behind UTC at an instant, in ms. */
const behindMs = (ms: number): number => new Date(ms).getTimezoneOffset() * MINUTE_MS;

/**
 * Whether the local time of this instant (epoch ms) occurs twice because the clock is set back
 * within three hours; the same time of day then names two hours of a chart.
 */
export function isRepeated(ms: number): boolean {
  const [before, now, after] = [ms - 3 * HOUR_MS, ms, ms + 3 * HOUR_MS].map(behindMs) as Three;
  const setBackMs = after - before;
  if (setBackMs <= 0) return false;
  return now === before ? behindMs(ms + setBackMs) === after : behindMs(ms - setBackMs) === before;
}

type Three = [number, number, number];
