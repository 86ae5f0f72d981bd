import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCell, toCsv, toJson, toTsv } from './export';

const table = (raw: string[][], columns = ['Period', 'Cost']) => ({
  caption: 'Cost',
  columns,
  length: 0,
  rows: () => [],
  raw,
});

describe('an export', () => {
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

  it('quotes each cell that needs it, and no other', () => {
    const cells = ['a"', 'a,b', 'a\rb', 'a\nb', "a'b", 'a;b'];
    expect(toCsv(table([cells], ['x']))).toBe('x\r\n"a""","a,b","a\rb","a\nb",a\'b,a;b\r\n');
  });

  it('has a line for each row on the clipboard, safe cells in them, and JSON that can be read', () => {
    expect(
      toTsv(
        table(
          [
            ['=1', 'a\n\nb'],
            ['c', 'd'],
          ],
          ['x', 'y'],
        ),
      ),
    ).toBe("x\ty\n'=1\ta b\nc\td");
    const context = { organization: 'a', user: 'b', mentor: null, exportedAt: 'c' };
    expect(toJson(context, {})).toContain('\n  "organization": "a",\n');
  });

  it('is CSV as RFC 4180 has it', () => {
    expect(
      toCsv(
        table([
          ['2026-11-01T00:00:00.000Z', '1.5'],
          ['a "b", c', ''],
        ]),
      ),
    ).toBe('Period,Cost\r\n2026-11-01T00:00:00.000Z,1.5\r\n"a ""b"", c",\r\n');
  });

  it('is one row a line on the clipboard', () => {
    expect(toTsv(table([['a\tb\r\nc', '1']]))).toBe('Period\tCost\na b c\t1');
  });

  it('says in JSON what it counts and for whom', () => {
    const names = {
      organization: 'ac\u202eme',
      user: '__proto__',
      mentor: null,
      exportedAt: 'now',
    };
    expect(JSON.parse(toJson(names, {}))).toEqual({ ...names, organization: 'acme', figures: [] });
    const context = { organization: 'acme', user: 'ada', mentor: null, exportedAt: '2026-11-18' };
    expect(JSON.parse(toJson(context, { cost: table([['d', '1']]) }))).toEqual({
      ...context,
      figures: [{ card: 'cost', caption: 'Cost', columns: ['Period', 'Cost'], rows: [['d', '1']] }],
    });
  });
});
