/** With an exponent too: Python writes a zero of ten decimals as `0E-10`. */
const decimal = /^[+-]?\d{1,40}(?:\.\d{1,40})?(?:e[+-]\d{1,3})?$/i;

/**
 * A finite number, written as one or as a decimal in a string, with -0 as 0; else null.
 * Negative ones stay: a cost may be a credit.
 */
export function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && decimal.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number + 0 : null;
}

/**
 * A count of people or things, or null where there can be no such count (negative, a fraction,
 * above 2^53, missing): unknown is never drawn as zero.
 */
export function toCount(value: unknown): number | null {
  const number = toNumber(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
