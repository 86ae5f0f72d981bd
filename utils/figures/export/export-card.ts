import type { Compared } from '../comparison/comparison';
import { DAY_MS, SINCE_EVER_MS, utcDay } from '../time/range';

/** The unit of a figure. */
export type Unit =
  | 'users'
  | 'USD'
  | 'entries'
  | 'rating 1-5'
  | 'conversations'
  | 'sessions'
  | 'messages'
  | 'ratings';

/**
 * The value of one figure in one time span, [startMs, endMs) in epoch ms; null where it is unknown.
 */
export interface Point {
  startMs: number;
  endMs: number;
  value: number | null;
}

/** A figure over time, in the shape that every export uses. */
export interface Figure {
  /** Its name for programs, in English: `new-users`. */
  name: string;
  /** Its name on the screen. */
  label: string;
  unit: Unit;
  points: Point[];
  /**
   * The headline value of the whole time: a sum, an average or a number of different people,
   * depending on the card.
   */
  overall: number | null;
  /**
   * The same for the preceding time; null where it is not compared, unknown, or does not cover the
   * whole time.
   */
  overallBefore: number | null;
  /**
   * The change as a ratio, and the two times that it compares, which include only what has ended.
   */
  change: number | null;
  compared: Compared | null;
  /** The points of the preceding time; null where it is not compared. */
  before: Point[] | null;
}

/** The subject of figures: a person, an agent, or the whole organization. */
export interface Scope {
  organization: string;
  /** The API's host, where the organization's name could mean another one too. */
  base?: string | undefined;
  /** The user name, where the figures are one person's. */
  user: string | null;
  /** The agent's id; null for all agents. */
  agent: string | null;
}

/** The content of a card, in the shape from which all exports are made. */
export interface ExportCard {
  card: string;
  /** Its name on the screen, with its time range. */
  caption: string;
  scope: Scope;
  /** When the figures were requested (epoch ms): a time span that ends later was not over yet. */
  asOfMs: number;
  startMs: number;
  endMs: number;
  /** The time that it is compared with; null where there is no comparison. */
  before: { startMs: number; endMs: number } | null;
  figures: Figure[];
}

const isDays = (startMs: number, endMs: number) => startMs % DAY_MS === 0 && endMs % DAY_MS === 0;

/**
 * Returns the two ends of a time span in ISO 8601, Gregorian and UTC in every language: the first
 * and last day for whole days, otherwise the instants at its start and end. The start of all time is
 * null where it is unknown.
 */
export function isoBounds({ startMs, endMs }: { startMs: number; endMs: number }): {
  start: string | null;
  end: string;
} {
  return isDays(startMs, endMs)
    ? { start: startMs === SINCE_EVER_MS ? null : utcDay(startMs), end: utcDay(endMs - 1) }
    : { start: isoInstant(startMs), end: isoInstant(endMs) };
}

/** Formats an instant in ISO 8601 to the second, as no figure here is more precise. */
export const isoInstant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Returns whether a time span had ended when its figure was requested. */
export const stateOf = ({ endMs }: Point, asOfMs: number): 'finished' | 'running' =>
  endMs <= asOfMs ? 'finished' : 'running';
