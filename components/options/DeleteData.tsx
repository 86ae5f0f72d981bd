import { useState } from 'preact/hooks';
import { say } from '@/components/ui/text';

/** Deletes everything of the user's after a second click; the first one says what will go. */
export function DeleteData({ onDelete }: { onDelete: () => void }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p class="help">{say('options_delete_help')}</p>
      {asked && (
        <p class="confirm" role="alert">
          {say('options_delete_confirm')}
        </p>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button danger"
          onClick={() => {
            setAsked(!asked);
            if (asked) onDelete();
          }}
        >
          {say('options_delete')}
        </button>
        {asked && (
          <button type="button" class="button" onClick={() => setAsked(false)}>
            {say('options_keep')}
          </button>
        )}
      </div>
    </>
  );
}
