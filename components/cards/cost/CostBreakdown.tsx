import type { OnFailureAction } from '@/components/ui/Notice';
import type { CostData } from '@/utils/cards/cost/data';
import type { CardState } from '@/utils/cards/state';
import type { CardContext } from '../context';
import { SpentOn } from './SpentOn';

/** The shares of the shown cost: of all mentors, unless the cost is of one mentor. */
export function CostBreakdown(props: {
  state: CardState<CostData>;
  context: CardContext;
  onFailure: OnFailureAction;
}) {
  const { data } = props.state;
  const { identity } = props.context;
  if (!data) return null;
  const asked = identity && data.ofMentor !== true ? { ...identity, mentorId: null } : identity;
  return <SpentOn data={data} identity={asked} onFailure={props.onFailure} />;
}
