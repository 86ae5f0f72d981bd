import { dateFormat, numberFormat } from '../text/intl';
import { DAY_MS } from '../time/range';
import { safeCell, visibleText } from './cell';
import type { Figure } from './export-card';

/** The figures of a card, as its table shows them. */
export interface Tabular {
  caption: string;
  figures: Pick<Figure, 'label' | 'points'>[];
  /**
   * For a card without a time series: named rows with their figures, and the names of the columns.
   */
  rows?: { columns: string[]; all: { name: string; cells: (number | null)[] }[] };
}

/** A table for the clipboard: cells for a spreadsheet, and the same as plain text. */
export interface Copied {
  html: string;
  text: string;
}

/**
 * Returns the cards as tables one below another, with a column for each figure and a row for each
 * time span, for a spreadsheet in the reader's language: it reads `2,61` as a number only where the
 * comma is the decimal separator. Numbers have all their digits and no grouping. `columns` names
 * the two ends of a time span.
 */
export function toClipboard(
  cards: Tabular[],
  locale: string,
  columns: { start: string; end: string },
): Copied {
  const tables = cards.map((card) => tableOf(card, locale, columns));
  return {
    text: tables.map(textOf).join('\n\n'),
    html: tables.map(htmlOf).join('<br>'),
  };
}

interface Table {
  caption: string;
  header: string[];
  rows: string[][];
}

function tableOf(
  { caption, figures, rows }: Tabular,
  locale: string,
  { start, end }: { start: string; end: string },
): Table {
  const intervals = figures[0]?.points ?? [];
  const text = (cell: string) => safeCell(cell).replace(/[\t\r\n]+/g, ' ');
  if (rows) {
    return {
      caption: text(caption),
      header: rows.columns.map(text),
      rows: rows.all.map(({ name, cells }) => [
        text(name),
        ...cells.map((value) => number(value, locale)),
      ]),
    };
  }
  return {
    caption: text(caption),
    header: [start, end, ...figures.map(({ label }) => label)].map(text),
    rows: intervals.map(({ startMs, endMs }, index) => [
      ...bounds(startMs, endMs, locale),
      ...figures.map(({ points }) => number(points[index]?.value ?? null, locale)),
    ]),
  };
}

const textOf = ({ caption, header, rows }: Table) =>
  [caption, ...[header, ...rows].map((cells) => cells.join('\t'))].join('\n');

function htmlOf({ caption, header, rows }: Table): string {
  const cells = (tag: 'th' | 'td', texts: string[]) =>
    `<tr>${texts.map((one) => `<${tag}>${escaped(one)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((row) => cells('td', row)).join('');
  return `<table><caption>${escaped(caption)}</caption>${cells('th', header)}${body}</table>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const exact = numberFormat({ useGrouping: false, maximumFractionDigits: 20 });

/**
 * Formats a number for the locale, without direction marks and with a plain minus, as spreadsheets
 * do not read the others.
 */
const number = (value: number | null, locale: string): string =>
  value === null ? '' : visibleText(exact(locale).format(value)).replace('\u2212', '-');

// Spreadsheets count in Gregorian years, whatever the reader's calendar is.
const DAY = { calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const utcDays = dateFormat({ ...DAY, timeZone: 'UTC' });
const localDays = dateFormat(DAY);
const localTimes = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * Returns the ends of a time span: the first and last day of whole UTC days, otherwise local times.
 */
function bounds(startMs: number, endMs: number, locale: string): [string, string] {
  if (startMs % DAY_MS === 0 && endMs % DAY_MS === 0) {
    return [
      visibleText(utcDays(locale).format(startMs)),
      visibleText(utcDays(locale).format(endMs - 1)),
    ];
  }
  const written = (ms: number) =>
    visibleText(`${localDays(locale).format(ms)} ${localTimes(locale).format(ms)}`);
  return [written(startMs), written(endMs)];
}
