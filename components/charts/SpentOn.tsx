import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { OnFailureAction } from '@/components/dashboard/Notice';
import { say } from '@/components/ui/text';
import type { CostData } from '@/utils/analytics/card-data';
import type { Identity } from '@/utils/context/identity';

/** What is asked for: whose cost, over which time, split by what the deployment can tell. */
export interface SpentOnProps {
  data: CostData;
  /** Null for the sample's figures, and while a mentor is looked up. */
  identity: Identity | null;
  onFailure: OnFailureAction;
}

/**
 * What the cost went to, where the deployment can tell. Nothing of it is loaded or asked for before it
 * is opened.
 */
export function SpentOn(props: SpentOnProps) {
  const [Shares, setShares] = useState<FunctionComponent<SpentOnProps> | null>(null);
  const [open, setOpen] = useState(false);
  if (!props.identity || !props.data.spentOn?.length) return null;
  return (
    <details
      class="table-toggle"
      data-part="spent-on"
      onToggle={async (event: Event & { currentTarget: HTMLDetailsElement }) => {
        setOpen(event.currentTarget.open);
        const shares = await import('./Shares');
        setShares(() => shares.Shares);
      }}
    >
      <summary>{say('ui_breakdown')}</summary>
      {open && Shares && <Shares {...props} />}
    </details>
  );
}
