// Control, zero-width and direction-changing characters, which could make one name look like
// another.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/gu;

/**
 * Returns a text from outside for display: without invisible or direction-changing characters, at
 * most `max` long.
 */
export function safeText(text: string, max = 80): string {
  const visible = text
    .slice(0, max * 8)
    .toWellFormed()
    .replace(UNSEEN, '')
    .trim();
  const characters = [...visible];
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : visible;
}
