import type { Compared } from '../comparison';
import { DAY_MS, utcDay } from '../range';

/** What a figure is counted in. */
export type Unit =
  | 'users'
  | 'USD'
  | 'entries'
  | 'rating 1-5'
  | 'conversations'
  | 'sessions'
  | 'messages'
  | 'ratings';

/** What is known of one figure in one stretch, [startMs, endMs) in epoch ms; null where it is unknown. */
export interface Point {
  startMs: number;
  endMs: number;
  value: number | null;
}

/** A figure over time, as every export takes it. */
export interface Figure {
  /** Its name for programs, in English: `new-users`. */
  name: string;
  /** Its name on the screen. */
  label: string;
  unit: Unit;
  points: Point[];
  /** The headline over the whole time: a sum, an average or a count of different people, as the card says. */
  overall: number | null;
  /** The same of the time before; null where that is not compared, unknown, or of less than the whole time. */
  overallBefore: number | null;
  /** The change as a ratio, and what it compares: of what has ended. */
  change: number | null;
  compared: Compared | null;
  /** The points of the time before; null where that is not compared. */
  before: Point[] | null;
}

/** About whom figures are: a person's, an agent's, or the whole organization's. */
export interface Scope {
  organization: string;
  /** The user name, where it is one person's. */
  user: string | null;
  /** The agent's id; null for all agents. */
  agent: string | null;
}

/** What a card shows, in the one shape that all exports are made from. */
export interface ExportCard {
  card: string;
  /** Its name on the screen, with the time that it is about. */
  caption: string;
  scope: Scope;
  /** When the figures were asked for (epoch ms): a stretch that ends later was still running. */
  asOfMs: number;
  startMs: number;
  endMs: number;
  /** The time that it is compared with; null where it is not. */
  before: { startMs: number; endMs: number } | null;
  figures: Figure[];
}

const isDays = (startMs: number, endMs: number) => startMs % DAY_MS === 0 && endMs % DAY_MS === 0;

/**
 * The two ends of a stretch in ISO 8601, Gregorian and UTC whatever the language: whole days by their
 * first and last day, all else by the instants between which it lies.
 */
export function isoBounds({ startMs, endMs }: { startMs: number; endMs: number }): {
  start: string;
  end: string;
} {
  return isDays(startMs, endMs)
    ? { start: utcDay(startMs), end: utcDay(endMs - 1) }
    : { start: isoInstant(startMs), end: isoInstant(endMs) };
}

/** An instant in ISO 8601 to the second: nothing here is finer. */
export const isoInstant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Whether a stretch had ended when its figure was asked for. */
export const stateOf = ({ endMs }: Point, asOfMs: number): 'finished' | 'running' =>
  endMs <= asOfMs ? 'finished' : 'running';
