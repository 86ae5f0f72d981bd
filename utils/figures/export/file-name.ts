import { utcDay } from '../range';
import type { ExportCard } from './export-card';

/**
 * The name of a file that says what is in it: organization, first and last day, and the day on which the
 * figures were asked for: `lens-acme-2026-10-27-to-2026-11-25-as-of-2026-11-25`. Without an ending.
 */
export function fileName(cards: ExportCard[], organization: string, nowMs: number): string {
  const startMs = Math.min(...cards.map((card) => card.startMs));
  const endMs = Math.max(...cards.map((card) => card.endMs));
  const range = cards.length === 0 ? [] : [utcDay(startMs), 'to', utcDay(endMs - 1)];
  return ['lens', ...named(organization), ...range, 'as-of', utcDay(nowMs)].join('-');
}

/** What of a name every file system takes; nothing where that is nothing. */
function named(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? [] : [plain];
}
