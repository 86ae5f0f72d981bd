import { visibleText } from './cell';
import {
  type ExportCard,
  type Figure,
  isoBounds,
  isoInstant,
  type Point,
  stateOf,
} from './export-card';

/**
 * Returns the cards as JSON: numbers as numbers (null where unknown), days and instants in ISO
 * 8601, each card with its subject and its comparison. Invisible and direction-changing characters
 * are removed from its texts.
 */
export function toJson(cards: ExportCard[], exportedAtMs: number): string {
  const write = (_key: string, value: unknown) =>
    typeof value === 'string' ? visibleText(value) : value;
  return JSON.stringify(
    { exportedAt: isoInstant(exportedAtMs), cards: cards.map(written) },
    write,
    2,
  );
}

const written = (card: ExportCard) => ({
  card: card.card,
  scope: card.scope,
  ...isoBounds(card),
  asOf: isoInstant(card.asOfMs),
  comparedWith: card.before && isoBounds(card.before),
  figures: card.figures.map((figure) => writtenFigure(figure, card.asOfMs)),
});

const writtenFigure = (figure: Figure, asOfMs: number) => ({
  figure: figure.name,
  unit: figure.unit,
  overall: figure.overall,
  overallBefore: figure.overallBefore,
  change: figure.change,
  compared: figure.compared && {
    ...isoBounds(figure.compared.now),
    with: isoBounds(figure.compared.before),
    value: figure.compared.value,
    valueBefore: figure.compared.preceding,
    byDay: figure.compared.byDay,
  },
  values: figure.points.map((point) => writtenPoint(point, asOfMs)),
  valuesBefore: figure.before?.map((point) => writtenPoint(point, asOfMs)) ?? null,
});

const writtenPoint = (point: Point, asOfMs: number) => ({
  ...isoBounds(point),
  state: stateOf(point, asOfMs),
  value: point.value,
});
