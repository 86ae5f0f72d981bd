import { safeCell } from './cell';
import { type ExportCard, isoBounds, type Scope, stateOf } from './export-card';

/** The columns, in English in every language, as programs look for them by name. */
const HEADER = ['card', 'figure', 'start', 'end', 'state', 'value', 'unit', 'scope'];

/** Makes spreadsheets read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Returns the cards as one rectangular table in CSV (RFC 4180): a row for each figure and time
 * span, including the preceding time where it is compared. Days are UTC days, both included;
 * unknown values are empty.
 */
export function toCsv(cards: ExportCard[]): string {
  const rows = cards.flatMap((card) =>
    card.figures.flatMap(({ name, unit, points, before }) =>
      [...(before ?? []), ...points].map((point) => {
        const { start, end } = isoBounds(point);
        const value = point.value === null ? '' : String(point.value);
        const state = stateOf(point, card.asOfMs);
        return [card.card, name, start ?? '', end, state, value, unit, scopeText(card.scope)];
      }),
    ),
  );
  return `${BYTE_ORDER_MARK}${[HEADER, ...rows].map(line).join('\r\n')}\r\n`;
}

const line = (cells: string[]) => cells.map((cell) => quoted(safeCell(cell))).join(',');

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Returns whose figures they are, in one text: `organization acme, agent tutor`, `user ada,
 * organization acme`.
 */
function scopeText({ user, organization, base, agent }: Scope): string {
  const parts = [
    user === null ? [] : [`user ${user}`],
    [
      base === undefined
        ? `organization ${organization}`
        : `organization ${organization} at ${base}`,
    ],
    [agent === null ? 'all agents' : `agent ${agent}`],
  ];
  return parts.flat().join(', ');
}
