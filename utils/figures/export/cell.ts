// Invisible and direction-changing characters make a text read as something else.
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{DI}]/gu;

// A spreadsheet takes these, and their full-width forms, as the beginning of a formula: OWASP,
// https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

// Most cells are plain numbers and instants, which need no closer look.
const PLAIN = /^[ -~]*$/;

/** A text without characters that turn it, hide in it, or are half a letter. */
export const visibleText = (text: string): string =>
  PLAIN.test(text) ? text : text.toWellFormed().replace(UNSEEN, '');

/** One cell as text that no spreadsheet runs: a leading quote before what would be a formula. */
export function safeCell(text: string): string {
  const visible = visibleText(text);
  const risky = FORMULA.test(visible) && !PLAIN_NUMBER.test(visible);
  return risky ? `'${visible}` : visible;
}
