import type { OnFailureAction } from '@/components/ui/Notice';
import type { CostData } from '@/utils/cards/cost/data';
import type { CardState } from '@/utils/cards/state';
import type { CardContext } from '../context';
import { SpentOn } from './SpentOn';

/** What the cost that is shown went to: of all mentors unless that cost is of one. */
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
