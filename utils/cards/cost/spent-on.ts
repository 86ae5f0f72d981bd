import {
  type Capabilities,
  capabilityOf,
  type OptionalOperation,
} from '@/utils/api/capabilities/capabilities';
import { SPENT_ON, type SpentOn } from '@/utils/figures/cost-shares';

/** The ways in which the first generation can split the organization's cost. */
const OF_ORGANIZATION: Partial<Record<SpentOn, OptionalOperation>> = {
  model: 'model-costs',
  mentor: 'mentor-costs',
  person: 'person-costs',
};

/**
 * By what a deployment can split a cost, as far as is known without asking: an operation that was not
 * asked yet is taken to be where its sibling of the same release is.
 */
export function spentOnOf(capabilities: Capabilities, nowMs: number): SpentOn[] {
  const isThere = (operation: OptionalOperation, sibling: OptionalOperation) => {
    const found = capabilityOf(capabilities, operation, nowMs);
    return (found ?? capabilityOf(capabilities, sibling, nowMs)) === 'served';
  };
  return SPENT_ON.filter((by) => {
    const first = OF_ORGANIZATION[by];
    return isThere('financial-details', 'financial') || (first && isThere(first, 'cost'));
  });
}
