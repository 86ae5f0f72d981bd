import type { FigureTable } from './figure-table';

// Invisible and direction-changing characters make a text read as something else.
const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}\p{DI}]/gu;

// A spreadsheet takes these, and their full-width forms, as the beginning of a formula: OWASP,
// https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

// Most cells are plain numbers and instants, which need no closer look.
const PLAIN = /^[ -~]*$/;

const visibleText = (text: string): string =>
  PLAIN.test(text) ? text : text.toWellFormed().replace(UNSEEN, '');

/** One cell as text that no spreadsheet runs: a leading quote before what would be a formula. */
export function safeCell(text: string): string {
  const visible = visibleText(text);
  const risky = FORMULA.test(visible) && !PLAIN_NUMBER.test(visible);
  return risky ? `'${visible}` : visible;
}

/** Figures as CSV (RFC 4180: CRLF, quotes doubled), with exact numbers and ISO instants. */
export function toCsv({ columns, raw }: FigureTable): string {
  const quoted = (cell: string) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const line = (cells: string[]) => cells.map((cell) => quoted(safeCell(cell))).join(',');
  return `${[columns, ...raw].map(line).join('\r\n')}\r\n`;
}

/** Figures as tab-separated text, which a spreadsheet takes from the clipboard as cells. */
export function toTsv({ columns, raw }: FigureTable): string {
  const line = (cells: string[]) =>
    cells.map((cell) => safeCell(cell).replace(/[\t\r\n]+/g, ' ')).join('\t');
  return [columns, ...raw].map(line).join('\n');
}

/** What an export says of itself beside the figures. */
export interface ExportContext {
  organization: string;
  user: string;
  mentor: string | null;
  exportedAt: string;
}

/** Figures as JSON, with what they count and for whom; no text in it turns or hides another. */
export function toJson(context: ExportContext, tables: Record<string, FigureTable>): string {
  const figures = Object.entries(tables).map(([card, { caption, columns, raw }]) => ({
    card,
    caption,
    columns,
    rows: raw,
  }));
  const write = (_key: string, value: unknown) =>
    typeof value === 'string' ? visibleText(value) : value;
  return JSON.stringify({ ...context, figures }, write, 2);
}
