import { drawCharts } from '@/components/charts/load-chart-js';
import { copyTable, ends, sheetLocale } from '@/components/ui/copy-table';
import { saveFile } from '@/components/ui/save-file';
import { exportedCard, tabular } from '@/utils/cards/exported';
import { figuresShown, mapFigures } from '@/utils/cards/state';
import { type Tabular, toClipboard } from '@/utils/figures/export/clipboard';
import { toCsv } from '@/utils/figures/export/csv';
import type { ExportCard } from '@/utils/figures/export/export-card';
import { fileName } from '@/utils/figures/export/file-name';
import { toJson } from '@/utils/figures/export/json';
import { safeText } from '@/utils/figures/text/safe-text';
import { locale, say } from '@/utils/say';
import type { FiguresModel } from '../model/model';
import { pngOf } from './chart-image';

export type Format = 'csv' | 'json' | 'copy' | 'png' | 'print';

/** Exports the shown figures as a file or to the clipboard; returns the message to show, if any. */
export async function exportFigures(format: Format, figures: FiguresModel): Promise<string> {
  const nowMs = Date.now();
  const { who } = figures;
  const cards = cardsOf(figures, nowMs);
  const place = [who.org, who.base ?? []].flat().join(' ');
  const save = (content: BlobPart, type: string, ending: string) =>
    saveFile(new Blob([content], { type }), `${fileName(cards, place, nowMs)}.${ending}`);
  switch (format) {
    case 'csv':
      save(toCsv(cards), 'text/csv', 'csv');
      return '';
    case 'json':
      save(toJson(cards, nowMs), 'application/json', 'json');
      return '';
    case 'copy':
      return copyTable(toClipboard(tablesOf(figures), sheetLocale(), ends()));
    case 'png': {
      await drawCharts();
      const image = await pngOf(
        [who.displayName, who.orgName, who.base ?? []]
          .flat()
          .map((name) => safeText(name))
          .join(' · '),
      );
      if (image) save(image, 'image/png', 'png');
      return image ? '' : say('ui_png_failed');
    }
    case 'print':
      window.print();
      return '';
  }
}

function cardsOf(
  { cards, chosen, who, identity, scope, compare }: FiguresModel,
  nowMs: number,
): ExportCard[] {
  const agent = identity?.mentorId ?? (scope === 'mentor' ? (who.mentor?.idOrSlug ?? null) : null);
  const whose = { organization: who.org, base: who.base, user: who.user, agent };
  const context = { whose, compare, say, locale: locale() };
  return mapFigures(figuresShown(cards, chosen.names), (name, data) =>
    exportedCard(name, data, data.asOfMs || (cards[name]?.fetchedAtMs ?? nowMs), context),
  );
}

/** The same as tables to be read. */
const tablesOf = ({ cards, chosen }: FiguresModel): Tabular[] =>
  mapFigures(figuresShown(cards, chosen.names), (name, data) => tabular(name, data, say, locale()));
