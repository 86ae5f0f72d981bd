/** Older figures are marked. */
const OLD_MS = 60 * 60_000;

/** The class of an age (ms). */
export const ageClass = (ageMs: number): string => (ageMs > OLD_MS ? 'age stale' : 'age');
