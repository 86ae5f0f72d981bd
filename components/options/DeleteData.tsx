import { say } from '@/utils/say';
import { TwoClicks } from './TwoClicks';

/** The section with the button that deletes all data of the user. */
export function DeleteData({ onDelete }: { onDelete: () => void }) {
  return (
    <>
      <p class="help">{say('options_delete_help')}</p>
      <TwoClicks
        label={say('options_delete')}
        warning={say('options_delete_confirm')}
        onConfirm={onDelete}
      />
    </>
  );
}
