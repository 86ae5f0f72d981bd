/** A stored text that means something; the apps write `undefined` and `null` as words. */
export const meant = (value: string | null | undefined): string | null =>
  value && value !== 'undefined' && value !== 'null' ? value : null;

/** A stored text that is no JSON but the key itself. */
export const plain = (value: string | null | undefined): string | null => {
  const bare = meant(value)?.trim() ?? null;
  const unquoted = bare?.replace(/^"(.*)"$/s, '$1') ?? null;
  return unquoted && !/^[[{]/.test(unquoted) ? unquoted : null;
};

/** A stored text as JSON; null where it is none. */
export function json(value: string | null | undefined): unknown {
  try {
    return value ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}

/** A cookie's text without its URL encoding; null where it has none of its own. */
export function decoded(value: string | null | undefined): string | null {
  try {
    return value ? decodeURIComponent(value) : null;
  } catch {
    return null;
  }
}
