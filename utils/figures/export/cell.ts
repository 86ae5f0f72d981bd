// Invisible and direction-changing characters can make a text look like another one.
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{DI}]/gu;

// Spreadsheets treat these characters, and their full-width forms, as the beginning of a formula:
// OWASP, https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

// Most cells are plain numbers and instants, which need no further check.
const PLAIN = /^[ -~]*$/;

/**
 * Returns a text without invisible characters, direction-changing characters and unpaired
 * surrogates.
 */
export const visibleText = (text: string): string =>
  PLAIN.test(text) ? text : text.toWellFormed().replace(UNSEEN, '');

/** Returns a cell's text with a leading quote where a spreadsheet would run it as a formula. */
export function safeCell(text: string): string {
  const visible = visibleText(text);
  const risky = FORMULA.test(visible) && !PLAIN_NUMBER.test(visible);
  return risky ? `'${visible}` : visible;
}
