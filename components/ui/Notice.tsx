import { explain } from '@/utils/explain';
import type { Failure, FailureAction } from '@/utils/failure';
import { clockTime } from '@/utils/figures/text/format';
import { locale, say } from '@/utils/say';

const labels = {
  'open-options': 'action_open_options',
  retry: 'action_retry',
  'show-12-months': 'ui_range_12m',
  'grant-host': 'action_grant_host',
  'type-user': 'action_type_user',
  'reload-page': 'action_reload_page',
} as const;

export type OnFailureAction = (action: FailureAction, failure: Failure) => void;

const clock = (ms: number) => clockTime(ms, Date.now(), locale());

/** One sentence that says what happened, and one button for what to do about it. */
export function FailureText(props: {
  failure: Failure;
  onAction: OnFailureAction;
  /** Said below the sentence. */
  more?: string | null;
}) {
  const { failure, onAction, more } = props;
  const { sentence, values, action } = explain(failure, clock);
  return (
    <>
      <div>
        <p>{say(sentence, ...values)}</p>
        {more && <p class="help">{more}</p>}
      </div>
      <button type="button" class="button" onClick={() => onAction(action, failure)}>
        {say(labels[action])}
      </button>
    </>
  );
}

/**
 * A failure of the whole dashboard, above what is still shown: `known` says how old that is, null where
 * nothing is known.
 */
export function Notice(props: {
  failure: Failure;
  known: string | null;
  onAction: OnFailureAction;
}) {
  const { failure, known, onAction } = props;
  return (
    <div class="notice" role="alert" data-failure={failure.kind}>
      <FailureText
        failure={failure}
        onAction={onAction}
        more={known === null ? null : say('ui_last_known', known)}
      />
    </div>
  );
}
