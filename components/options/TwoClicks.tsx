import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '@/utils/say';

/** A button for what can't be taken back: the first click says what will go, the second does it. */
export function TwoClicks(props: {
  label: string;
  /** What the second click will do. */
  warning: string;
  onConfirm: () => void;
  /** Buttons that stand before it. */
  children?: ComponentChildren;
}) {
  const [asked, setAsked] = useState(false);
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
          class="button danger"
          onClick={() => {
            setAsked(!asked);
            if (asked) props.onConfirm();
          }}
        >
          {props.label}
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
