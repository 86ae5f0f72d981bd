import type { Model } from './organizations';
import { DAY_MS, type Person } from './people';
import type { Talk } from './talk';

/** One conversation with a mentor: everything that the API counts is counted from these. */
export interface Visit extends Talk {
  atMs: number;
  person: Person;
  mentorId: string;
  /** True for the visit in which the person registered. */
  isFirst: boolean;
  hasFeedback: boolean;
  /** From 1 to 5, of a visit with feedback; else null. */
  rating: number | null;
  /** The model that answered and that is paid for. */
  model: Model;
  /** Millionths of a US dollar, so that sums are exact; tens of them, as the API has five decimals. */
  costMicros: number;
}

/** The session of a visit: one a day for each person and agent, with all their conversations in it. */
export function sessionOf({ person, mentorId, atMs }: Visit): string {
  return `${person.name} ${mentorId} ${Math.floor(atMs / DAY_MS)}`;
}
