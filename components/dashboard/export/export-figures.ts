import { saveFile } from '@/components/ui/save-file';
import { figuresShown, mapFigures } from '@/utils/cards/state';
import { tableOf } from '@/utils/cards/table';
import { safeCell, toCsv, toJson, toTsv } from '@/utils/figures/export';
import type { FigureTable } from '@/utils/figures/figure-table';
import { safeText } from '@/utils/figures/format';
import { locale, say } from '@/utils/say';
import type { FiguresModel } from '../model/model';
import { pngOf } from './chart-image';

export type Format = 'csv' | 'json' | 'copy' | 'png' | 'print';

/** Hands out what is shown, as a file or on the clipboard; the text to say afterwards, if any. */
export async function exportFigures(format: Format, figures: FiguresModel): Promise<string> {
  const tables = tablesOf(figures);
  switch (format) {
    case 'csv':
      // The byte-order mark makes spreadsheets read the text as UTF-8.
      saveFile(new Blob([`\ufeff${sections(tables, toCsv, '\r\n')}`], { type: 'text/csv' }), 'csv');
      return '';
    case 'json':
      saveFile(
        new Blob([toJson(contextOf(figures), tables)], { type: 'application/json' }),
        'json',
      );
      return '';
    case 'copy':
      return copy(sections(tables, toTsv, '\n'));
    case 'png': {
      const image = await pngOf(
        `${safeText(figures.who.displayName)} · ${safeText(figures.who.orgName)}`,
      );
      if (image) saveFile(image, 'png');
      return image ? '' : say('ui_png_failed');
    }
    case 'print':
      window.print();
      return '';
  }
}

function tablesOf({ cards }: FiguresModel): Record<string, FigureTable> {
  return Object.fromEntries(
    mapFigures(figuresShown(cards), (name, data) => [name, tableOf(name, data, say, locale())]),
  );
}

/** Each table below its caption, with an empty line between. */
const sections = (
  tables: Record<string, FigureTable>,
  write: (table: FigureTable) => string,
  lineEnd: string,
) =>
  Object.values(tables)
    .map((table) => `"${safeCell(table.caption).replaceAll('"', '""')}"${lineEnd}${write(table)}`)
    .join(lineEnd);

const contextOf = ({ who, scope }: FiguresModel) => ({
  organization: who.org,
  user: who.user,
  mentor: scope === 'mentor' ? (who.mentor?.idOrSlug ?? null) : null,
  exportedAt: new Date().toISOString(),
});

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return say('ui_copied');
  } catch {
    return say('ui_copy_failed');
  }
}
