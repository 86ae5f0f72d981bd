import type { CardData, CardName } from '@/utils/figures/card-data';
import { dayRange } from '@/utils/figures/format';
import { locale, say } from '@/utils/say';

/** What must be said of figures that stand in for others which this deployment does not offer. */
export function servedNotes(data: CardData[CardName] | undefined): string[] {
  if (data === undefined) return [];
  if ('kind' in data && data.kind === 'users') return [say('ui_note_users')];
  if ('kind' in data && data.kind === 'ratings') return [say('ui_note_ratings')];
  const { period } = data;
  return 'wholeDays' in data && data.wholeDays === true
    ? [say('ui_note_whole_days', dayRange(period, locale()))]
    : [];
}
