/** A fault that the product survives, and what must be seen when it happens. */
export interface Fault {
  number: number;
  fault: string;
  expected: string;
}

/** A fault as the lists of faults have it. */
export type FaultRow = [number: number, fault: string, expected: string];

const NAMED = /\bfaults? (\d+(?:(?:, | and )\d+)*)/gi;

/** The numbers of the faults that a test's name says: `fault 21: …`, `faults 3, 4: …`. */
export const faultsNamedIn = (name: string): number[] =>
  [...name.matchAll(NAMED)].flatMap(([, list]) => (list ?? '').split(/, | and /).map(Number));
