import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import { cohorts, cost, named } from './fake-cards';

/**
 * Parses strictly, as a program would: all rows have the same width, and the first row names the
 * columns.
 */
const read = (csv: string) =>
  parse<Record<string, string>>(csv, { bom: true, columns: true, relax_column_count: false });

describe('CSV', () => {
  it('is one table with a row for each figure and interval, what is compared too', () => {
    const rows = read(toCsv([cohorts, cost]));
    expect(rows).toHaveLength(3 + 3 + 3 + 2);
    expect(rows[0]).toEqual({
      card: 'cohorts',
      figure: 'new-users',
      start: '2026-11-08',
      end: '2026-11-08',
      state: 'finished',
      value: '5',
      unit: 'users',
      scope: 'organization acme, all agents',
    });
    expect(rows.at(-1)).toEqual({
      card: 'cost',
      figure: 'cost',
      start: '2026-11-11T01:00:00Z',
      end: '2026-11-11T02:00:00Z',
      state: 'finished',
      value: '0.000004',
      unit: 'USD',
      scope: 'user ada, organization acme, all agents',
    });
  });

  it('names the base where the organization’s name could mean another one', () => {
    const scope = { ...cohorts.scope, base: 'api.example.edu' };
    const [row] = read(toCsv([{ ...cohorts, scope }]));
    expect(row?.scope).toBe('organization acme at api.example.edu, all agents');
  });

  it('says what still ran, leaves empty what is unknown, and groups no digits', () => {
    const rows = read(toCsv([{ ...cohorts, figures: cohorts.figures.slice(1) }]));
    expect(rows).toMatchObject([
      { start: '2026-11-11', state: 'finished', value: '6' },
      { start: '2026-11-12', state: 'finished', value: '' },
      { start: '2026-11-13', state: 'running', value: '123456789' },
    ]);
  });

  it('is CSV as RFC 4180 has it, and UTF-8 to a spreadsheet', () => {
    const csv = toCsv([named('a "b", c\r\nd')]);
    expect(csv.startsWith('\ufeffcard,figure,start,end,state,value,unit,scope\r\n')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain('"user a ""b"", c\r\nd, organization');
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('fault 86, fault 87: is read back whole, and holds no formula, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const csv = toCsv([{ ...named(text), card: text }, cohorts]);
        const rows = read(csv);
        expect(rows).toHaveLength(2 + 9);
        for (const row of rows) {
          expect(Object.keys(row)).toHaveLength(8);
          for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r\n]/);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('names people in any script as they are', () => {
    const [row] = read(toCsv([named('سارة 😀')]));
    expect(row).toMatchObject({
      scope: 'user سارة 😀, organization سارة 😀, agent سارة 😀',
    });
  });
});
