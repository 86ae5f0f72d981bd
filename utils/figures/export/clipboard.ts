import { dateFormat, numberFormat } from '../intl';
import { DAY_MS } from '../range';
import { safeCell, visibleText } from './cell';
import type { Figure } from './export-card';

/** The figures of a card, as they stand in its table. */
export interface Tabular {
  caption: string;
  figures: Pick<Figure, 'label' | 'points'>[];
  /** Instead of figures over time: things with their figures, and what the columns are called. */
  rows?: { columns: string[]; all: { name: string; cells: (number | null)[] }[] };
}

/** A table as the clipboard takes it: cells for a spreadsheet, and the same as text. */
export interface Copied {
  html: string;
  text: string;
}

/**
 * Cards as tables below each other, a column for each figure and a row for each stretch of time, for a
 * spreadsheet in the reader's language: it reads `2,61` as a number only where a comma is the decimal
 * sign. Every digit is there, and none is set apart. `columns` names the two ends of a stretch.
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
  const stretches = figures[0]?.points ?? [];
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
    rows: stretches.map(({ startMs, endMs }, index) => [
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

/** A number as the locale writes it; its marks of direction and its long minus no spreadsheet reads. */
const number = (value: number | null, locale: string): string =>
  value === null ? '' : visibleText(exact(locale).format(value)).replace('\u2212', '-');

// Spreadsheets count in Gregorian years whatever the reader's calendar.
const DAY = { calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const utcDays = dateFormat({ ...DAY, timeZone: 'UTC' });
const localDays = dateFormat(DAY);
const localTimes = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The ends of a stretch: whole UTC days by the first and the last, hours as the reader's clock has them. */
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
