const plainDecimal = /^[+-]?\d{1,40}(?:\.\d{1,40})?$/;

/**
 * A finite number, written as one or as a plain decimal in a string, with -0 as 0; else null.
 * Negative ones stay: a cost may be a credit.
 */
export function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && plainDecimal.test(value) ? Number(value) : value;
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
