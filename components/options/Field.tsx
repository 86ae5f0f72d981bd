import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { TextKey } from '@/utils/failure';
import { say } from '@/utils/say';

/** A text field with a label; screen readers read its help and error with it. */
export function Field(props: {
  label: TextKey;
  value: string;
  onInput: (value: string) => void;
  error?: TextKey | undefined;
  secret?: boolean;
  /** True where an administrator has set the value for all users; then nothing is said of how to fill it in. */
  locked?: boolean;
  numeric?: boolean;
  placeholder?: string;
  children?: ComponentChildren;
}) {
  const id = useId();
  const { error } = props;
  const input = {
    id,
    class: 'input',
    value: props.value,
    placeholder: props.placeholder ?? '',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    disabled: props.locked ?? false,
    inputMode: props.numeric ? 'decimal' : 'text',
    'aria-invalid': error !== undefined,
    'aria-describedby': error ? `${id}error ${id}help` : `${id}help`,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
      props.onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{say(props.label)}</label>
      {props.secret ? <input type="password" {...input} /> : <input type="text" {...input} />}
      {error && (
        <p class="field-error" id={`${id}error`}>
          {say(error)}
        </p>
      )}
      <p class="help" id={`${id}help`}>
        {props.locked ? say('options_locked') : props.children}
      </p>
    </div>
  );
}
