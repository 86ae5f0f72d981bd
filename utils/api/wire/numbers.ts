/** The exponent is needed because Python writes a zero with ten decimals as `0E-10`. */
const decimal = /^[+-]?\d{1,40}(?:\.\d{1,40})?(?:e[+-]\d{1,3})?$/i;

/**
 * Returns a finite number, given as a number or as a decimal in a string, with -0 as 0; otherwise
 * null. Negative numbers are kept, as a cost may be a credit.
 */
export function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && decimal.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number + 0 : null;
}

/**
 * Returns a count of people or things; null where the value cannot be a count (negative, a
 * fraction, above 2^53, missing), as an unknown value is never drawn as zero.
 */
export function toCount(value: unknown): number | null {
  const number = toNumber(value);
  return number !== null && Number.isSafeInteger(number) && number >= 0 ? number : null;
}
