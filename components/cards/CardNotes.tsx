import type { FiguresModel } from '@/components/dashboard/model/model';
import { FailureText, type OnFailureAction } from '@/components/ui/Notice';
import type { CardName } from '@/utils/figures/card-data';
import { money } from '@/utils/figures/format';
import { costMismatch } from '@/utils/figures/kpi';
import { locale, say } from '@/utils/say';
import { servedNotes } from './served-notes';

/** What must be said of figures that are shown: they are old, they don't add up, some are missing. */
export function CardNotes(props: {
  name: CardName;
  figures: FiguresModel;
  quiet: boolean;
  onFailure: OnFailureAction;
}) {
  const { name, figures } = props;
  const failure = figures.cards[name]?.failure;
  const notes = [...servedNotes(figures.cards[name]?.data), ...notesOf(name, figures)];
  return (
    <>
      {notes.map((note) => (
        <p class="card-note" key={note}>
          {note}
        </p>
      ))}
      {failure && !props.quiet && (
        <div class="card-note">
          <FailureText failure={failure} onAction={props.onFailure} />
        </div>
      )}
    </>
  );
}

function notesOf(name: CardName, { cards }: FiguresModel): string[] {
  if (name === 'cohorts' && cards.cohorts?.data?.incomplete) return [say('ui_note_incomplete')];
  const cost = name === 'cost' ? cards.cost?.data : undefined;
  if (!cost) return [];
  const missing = costMismatch(cost);
  const notes = missing === null ? [] : [say('ui_note_mismatch', money(missing, locale()))];
  return cost.mentor
    ? [...notes, say('ui_note_mentor_cost', money(cost.mentor.total, locale()))]
    : notes;
}
