import { useId, useState } from 'preact/hooks';
import { parseUserName } from '@/utils/deployment/segment';
import type { TextKey } from '@/utils/failure';
import { say } from '@/utils/say';

/** Asks for a user name where the page gives none; it is kept as the one of the options page. */
export function TypeUser(props: { onTypeUser: (user: string) => Promise<boolean> }) {
  const [text, setText] = useState('');
  const [error, setError] = useState<TextKey | null>(null);
  const id = useId();
  const submit = async (event: Event) => {
    event.preventDefault();
    const user = parseUserName(text);
    if (!user.ok) return setError(user.text);
    const kept = await props.onTypeUser(user.value);
    setError(kept ? null : 'failure_storage');
  };
  return (
    <form noValidate onSubmit={submit}>
      <label for={id}>{say('ui_type_user')}</label>
      <div class="form-row">
        <input
          id={id}
          class="input"
          value={text}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={error !== null}
          aria-describedby={error ? `${id}error` : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('ui_type_user_show')}
        </button>
      </div>
      {error && (
        <p class="field-error" id={`${id}error`} role="alert">
          {say(error)}
        </p>
      )}
    </form>
  );
}
