import { FailureText, type OnFailureAction } from '@/components/ui/Notice';
import type { Failure } from '@/utils/failure';

/** What must be said of figures that are shown: they are old, they don't add up, some are missing. */
export function CardNotes(props: {
  notes: string[];
  failure: Failure | undefined;
  onFailure: OnFailureAction;
}) {
  const { notes, failure, onFailure } = props;
  return (
    <>
      {notes.map((note) => (
        <p class="card-note" key={note}>
          {note}
        </p>
      ))}
      {failure && (
        <div class="card-note">
          <FailureText failure={failure} onAction={onFailure} />
        </div>
      )}
    </>
  );
}
