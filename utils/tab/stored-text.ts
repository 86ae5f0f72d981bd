/**
 * Returns a stored text that has a value; apps also store the words `undefined` and `null` for
 * none.
 */
export const meant = (value: string | null | undefined): string | null =>
  value && value !== 'undefined' && value !== 'null' ? value : null;

/** Returns a stored text that is the plain key itself, and not JSON. */
export const plain = (value: string | null | undefined): string | null => {
  const bare = meant(value)?.trim() ?? null;
  const unquoted = bare?.replace(/^"(.*)"$/s, '$1') ?? null;
  return unquoted && !/^[[{]/.test(unquoted) ? unquoted : null;
};

/** Parses a stored text as JSON; null where it is not valid. */
export function json(value: string | null | undefined): unknown {
  try {
    return value ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}

/** Returns a cookie's text with its URL encoding removed; null where that is invalid. */
export function decoded(value: string | null | undefined): string | null {
  try {
    return value ? decodeURIComponent(value) : null;
  } catch {
    return null;
  }
}
