import { type SpentOn, spentOnSchema } from '@/utils/analytics/card-data';
import { type Findings, findingOf, type OptionalOperation } from './served';

const OF_ORGANIZATION = { model: 'model-costs', mentor: 'mentor-costs' } as const;

/**
 * By what a deployment can split a cost, as far as is known without asking: an operation that was not
 * asked yet is taken to be where its sibling of the same release is.
 */
export function spentOnOf(findings: Findings, nowMs: number): SpentOn[] {
  const isThere = (operation: OptionalOperation, sibling: OptionalOperation) => {
    const found = findingOf(findings, operation, nowMs);
    return (found ?? findingOf(findings, sibling, nowMs)) === 'served';
  };
  return spentOnSchema.options.filter(
    (by) => isThere('financial-details', 'financial') || isThere(OF_ORGANIZATION[by], 'cost'),
  );
}
