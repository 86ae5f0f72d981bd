import type { AnyCardView, CardStore } from '@/utils/cards/card';
import { type CardData, type CardName, cardStores } from '@/utils/cards/data';
import { cardViews } from '@/utils/cards/view';
import { dayRange } from '@/utils/figures/text/format';
import type { Period } from '@/utils/figures/time/period';
import { locale, say } from '@/utils/say';
import type { CardContext } from './context';

/**
 * The notes that must be shown with a card's figures: for which card it stands in, what the figures hold,
 * what they lack, and of which time they are if that is not the one shown above all cards.
 */
export function notesOf<Name extends CardName>(
  name: Name,
  data: CardData[Name],
  {
    context,
    replaced,
    shownPeriod,
  }: { context: CardContext; replaced: CardName | null; shownPeriod: Period },
): string[] {
  const view: AnyCardView<CardData[Name]> = cardViews[name];
  const store: CardStore<CardData[Name]> = cardStores[name];
  const isLacking = !context.busy && store.isComplete?.(data) === false;
  const notes = [
    ...(replaced !== null && view.instead ? [insteadText(view, replaced, context)] : []),
    ...view.notes(data, say, locale()),
    ...(view.incomplete && isLacking ? [say(view.incomplete)] : []),
  ];
  return withDays(notes, data.period, shownPeriod);
}

/** Says for what a card stands in: for one that a deployment lacks, or lacks over all time. */
const insteadText = <Data>(
  { title, instead = title }: AnyCardView<Data>,
  replaced: CardName,
  { range }: CardContext,
): string =>
  range.kind === 'all'
    ? say('ui_note_no_all_time', say(cardViews[replaced].title), say(title))
    : say(instead);

/** Shows the card's period, if it differs from the one shown above all cards. */
function withDays(notes: string[], period: Period, shown: Period): string[] {
  const days = dayRange(period, say, locale());
  // All time begins for each card with its own first figure.
  const isSameStart = period.startMs === shown.startMs || period.cut === 'all';
  const isSame = isSameStart && period.endMs === shown.endMs;
  if (isSame || notes.some((note) => note.includes(days))) return notes;
  return [...notes, say('ui_note_other_days', days)];
}
