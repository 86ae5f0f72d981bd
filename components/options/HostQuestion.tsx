import { useEffect, useRef } from 'preact/hooks';
import { say } from '@/utils/say';

/** A question before an action that deletes data or sends a key to a new host. */
export interface Question {
  /** A new host that is not the vendor's and would get the key. */
  newHost: string | null;
  /** The host whose stored key and figures would be deleted. */
  oldHost: string | null;
  go: () => void;
}

/** Shows a question with the hosts in it. The answering click may also show the browser's own question. */
export function HostQuestion(props: { question: Question; onCancel: () => void }) {
  const { newHost, oldHost, go } = props.question;
  const dialog = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  // The focus makes screen readers read the question and scrolls it into view.
  useEffect(() => {
    if (newHost === null && oldHost === null) return;
    before.current = document.activeElement;
    dialog.current?.focus();
  }, [newHost, oldHost]);
  /** The answer takes the question away, so the focus goes back to the button that led to it. */
  const answer = (then: () => void) => () => {
    const form = dialog.current?.closest('form');
    const isWithin = form?.contains(before.current);
    const back = isWithin ? before.current : form?.querySelector('[type=submit]');
    if (back instanceof HTMLElement) back.focus();
    then();
  };
  const label =
    oldHost === null ? say('options_host_allow', newHost ?? '') : say('options_url_change');
  return (
    <div ref={dialog} class="confirm" role="alertdialog" aria-label={label} tabIndex={-1}>
      {newHost !== null && <p>{say('options_host_confirm', newHost)}</p>}
      {oldHost !== null && <p>{say('options_url_confirm', oldHost)}</p>}
      <div class="buttons">
        <button
          type="button"
          class={oldHost ? 'button danger' : 'button primary'}
          onClick={answer(go)}
        >
          {label}
        </button>
        <button type="button" class="button" onClick={answer(props.onCancel)}>
          {say(oldHost === null ? 'options_host_deny' : 'options_url_keep')}
        </button>
      </div>
    </div>
  );
}
