import { SINCE_EVER_MS, utcDay } from '../time/range';
import type { ExportCard } from './export-card';

/**
 * Returns a file name that describes the content: organization, first and last day, and the day on
 * which the figures were requested: `lens-acme-2026-10-27-to-2026-11-25-as-of-2026-11-25`. It has
 * no extension.
 */
export function fileName(cards: ExportCard[], organization: string, nowMs: number): string {
  const startMs = Math.min(...cards.map((card) => card.startMs));
  const endMs = Math.max(...cards.map((card) => card.endMs));
  const start = () => (startMs === SINCE_EVER_MS ? 'all-time' : utcDay(startMs));
  const range = cards.length === 0 ? [] : [start(), 'to', utcDay(endMs - 1)];
  return ['lens', ...named(organization), ...range, 'as-of', utcDay(nowMs)].join('-');
}

/**
 * Returns the part of a name that every file system accepts; an empty list where nothing is left.
 */
function named(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? [] : [plain];
}
