import { describe, expect, it } from 'vitest';
import { safeText } from './safe-text';

describe('text from outside', () => {
  it('fault 87: shows no character that turns or hides text', () => {
    expect(safeText(' Ada\u202e evil\u200b\u0000 ')).toBe('Ada evil');
  });

  it('fault 87: shows no letter that takes no room', () => {
    expect(safeText('a\u3164d\u00ada')).toBe('ada');
  });

  it('fault 88: takes __proto__ for a name like any other', () => {
    expect(safeText('__proto__')).toBe('__proto__');
  });

  it('fault 85: is cut to what a person reads', () => {
    expect(safeText('x'.repeat(100_000))).toHaveLength(80);
  });

  it('is cut by what is seen, to the length that there is room for', () => {
    expect(safeText('abc', 3)).toBe('abc');
    expect(safeText('abcd', 3)).toBe('ab…');
    expect(safeText('👩👩👩', 3)).toBe('👩👩👩');
    expect(safeText(`${'\u200b'.repeat(21)}abc`, 3)).toBe('abc');
    // Only this much of a text is examined, however long it is.
    expect(safeText(`${'\u200b'.repeat(24)}abc`, 3)).toBe('');
    expect(safeText('a\u2028b\u2029c\u0007d')).toBe('abcd');
  });

  it('fault 75: survives emoji and half of one', () => {
    expect(safeText('Ada 👩🏽\ud83d')).toBe('Ada 👩🏽\ufffd');
  });
});
