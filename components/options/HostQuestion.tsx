import { useEffect, useRef } from 'preact/hooks';
import { say } from '@/utils/say';

/** What a click is going to do that can't be taken back, or that sends a key somewhere new. */
export interface Question {
  /** The host that is not the vendor's and would be asked from now on. */
  newHost: string | null;
  /** The host whose stored key and figures would go. */
  oldHost: string | null;
  go: () => void;
}

/** Names the hosts before a key is sent to another one; the browser's own question follows in that click. */
export function HostQuestion(props: { question: Question; onCancel: () => void }) {
  const { newHost, oldHost, go } = props.question;
  const dialog = useRef<HTMLDivElement>(null);
  // Read out, and brought into view, before anything can be answered.
  useEffect(() => {
    if (newHost !== null || oldHost !== null) dialog.current?.focus();
  }, [newHost, oldHost]);
  const label =
    oldHost === null ? say('options_host_allow', newHost ?? '') : say('options_url_change');
  return (
    <div ref={dialog} class="confirm" role="alertdialog" aria-label={label} tabIndex={-1}>
      {newHost !== null && <p>{say('options_host_confirm', newHost)}</p>}
      {oldHost !== null && <p>{say('options_url_confirm', oldHost)}</p>}
      <div class="buttons">
        <button type="button" class={oldHost ? 'button danger' : 'button primary'} onClick={go}>
          {label}
        </button>
        <button type="button" class="button" onClick={props.onCancel}>
          {say(oldHost === null ? 'options_host_deny' : 'options_url_keep')}
        </button>
      </div>
    </div>
  );
}
