import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '@/utils/say';

/** A button for an action that cannot be undone: the first click shows a warning, the second acts. */
export function TwoClicks(props: {
  label: string;
  /** The warning shown after the first click. */
  warning: string;
  onConfirm: () => void;
  /** Buttons that are shown before this one. */
  children?: ComponentChildren;
}) {
  const [asked, setAsked] = useState(false);
  const danger = useRef<HTMLButtonElement>(null);
  return (
    <>
      {asked && (
        <p class="confirm" role="alert">
          {props.warning}
        </p>
      )}
      <div class="buttons">
        {props.children}
        <button
          type="button"
          ref={danger}
          class="button danger"
          onClick={() => {
            setAsked(!asked);
            if (asked) props.onConfirm();
          }}
        >
          {props.label}
        </button>
        {asked && (
          <button
            type="button"
            class="button"
            onClick={() => {
              setAsked(false);
              // This button goes, and the focus would go with it.
              danger.current?.focus();
            }}
          >
            {say('options_keep')}
          </button>
        )}
      </div>
    </>
  );
}
