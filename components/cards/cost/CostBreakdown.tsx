import type { OnFailureAction } from '@/components/ui/Notice';
import type { CostData } from '@/utils/cards/cost/data';
import type { CardState } from '@/utils/cards/state';
import type { CardContext } from '../context';
import { SpentOn } from './SpentOn';

/** What the cost that is shown went to. */
export const CostBreakdown = (props: {
  state: CardState<CostData>;
  context: CardContext;
  onFailure: OnFailureAction;
}) =>
  props.state.data ? (
    <SpentOn
      data={props.state.data}
      identity={props.context.identity}
      onFailure={props.onFailure}
    />
  ) : null;
