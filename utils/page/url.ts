/** A text as a URL, or null. `URL.parse` does this, in newer browsers than the oldest we serve. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
