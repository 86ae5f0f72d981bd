/**
 * Parses a text as a URL; null where it is invalid. `URL.parse` does the same, but the oldest
 * browsers we support lack it.
 */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
