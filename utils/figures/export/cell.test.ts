import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCell } from './cell';

describe('a cell', () => {
  it('fault 86: holds no formula, whatever the text, and leaves numbers alone', () => {
    expect(safeCell('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`);
    expect(['-1.5', '-3e-7', '12'].map(safeCell)).toEqual(['-1.5', '-3e-7', '12']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cell = safeCell(text);
        expect(/^[=+@\t\r]/.test(cell)).toBe(false);
        expect(cell.startsWith('-') && Number.isNaN(Number(cell))).toBe(false);
      }),
    );
  });

  it('fault 87: carries no character that turns or hides text', () => {
    expect(safeCell('a\u202eb\u200bc\ufeff')).toBe('abc');
    expect(safeCell('\u200b=1+1')).toBe("'=1+1");
  });

  it('fault 86: knows the full-width forms, and a formula behind a line break', () => {
    expect(['＝1+1', '\n=1+1'].map(safeCell)).toEqual(["'＝1+1", "'\n=1+1"]);
  });

  it.each([
    ...['=1', '+1', '-', '-x', '@a', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'],
    ...['-1.', '-.5', '-1.5.5', '-1e', '-1x', '-1 ', '-1+1', '-1e5x', '-x1'],
  ])('fault 86: %j is led by a quote', (text) => expect(safeCell(text)).toBe(`'${text}`));

  it.each([
    '-1',
    '-12.50',
    '-1e5',
    '-1E-12',
    '-1e+12',
    '0',
    'a=1',
    ' =1',
    'x@y',
    '',
    "'=1",
  ])('%j stays what it is', (text) => expect(safeCell(text)).toBe(text));

  it('fault 87: has no half of a letter, and none that breaks a line unseen', () => {
    expect(safeCell('a\ud800b')).toBe('a\ufffdb');
    expect(safeCell('é\u2028\u2029\u115f!')).toBe('é!');
  });
});
