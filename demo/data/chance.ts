/** A number in [0, 1) that depends on nothing but its arguments, and looks random. */
export function chance(...keys: (string | number)[]): number {
  let state = 0x811c9dc5;
  for (const key of keys) {
    state = Math.imul(state ^ (typeof key === 'number' ? key : digest(key)), 0x85ebca6b);
    state ^= state >>> 13;
    state = Math.imul(state, 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return (state >>> 0) / 2 ** 32;
}

/** A whole number in [0, count). */
export function pick(count: number, ...keys: (string | number)[]): number {
  return Math.floor(chance(...keys) * count);
}

const digests = new Map<string, number>();

function digest(text: string): number {
  const known = digests.get(text);
  if (known !== undefined) return known;
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  digests.set(text, value);
  return value;
}
