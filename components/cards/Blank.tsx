import { FailureText, type OnFailureAction } from '@/components/ui/Notice';
import type { Phase } from '@/utils/cards/state';
import type { Failure } from '@/utils/failure';
import { say } from '@/utils/say';
import { plotHeight } from '../charts/size';

/** A placeholder of the same size as the chart, so that nothing moves when the figures arrive. */
export function Blank(props: {
  phase: Phase;
  failure: Failure | undefined;
  onFailure: OnFailureAction;
}) {
  const { phase, failure, onFailure } = props;
  return (
    <div class="plot blank" style={{ minHeight: `${plotHeight()}px` }}>
      {phase === 'loading' && <div class="bones" />}
      {phase === 'empty' && <p class="card-blank">{say('ui_no_activity')}</p>}
      {phase === 'error' && (
        <div class="card-blank">
          {failure ? (
            <FailureText failure={failure} onAction={onFailure} />
          ) : (
            <p>{say('ui_no_figures')}</p>
          )}
        </div>
      )}
    </div>
  );
}
