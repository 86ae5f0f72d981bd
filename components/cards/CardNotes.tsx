import { FailureText, type OnFailureAction } from '@/components/ui/Notice';
import type { Failure } from '@/utils/failure';

/** The notes on shown figures, for example that they are old, don't add up or are incomplete. */
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
