import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/ui/icons';
import { say } from '@/utils/say';
import type { SharesProps } from './Shares';

/**
 * The shares of the cost, if the deployment serves them. They are neither loaded nor asked for before the
 * section is opened.
 */
export function SpentOn(props: SharesProps) {
  const [Shares, setShares] = useState<FunctionComponent<SharesProps> | null>(null);
  const [open, setOpen] = useState(false);
  if (!props.identity || !props.data.spentOn?.length) return null;
  return (
    <details
      class="disclosure"
      data-part="spent-on"
      onToggle={async (event: Event & { currentTarget: HTMLDetailsElement }) => {
        setOpen(event.currentTarget.open);
        const shares = await import('./Shares');
        setShares(() => shares.Shares);
      }}
    >
      <summary title={say('ui_breakdown')}>
        <Icon name="shares" />
        {say('ui_breakdown')}
      </summary>
      {open && Shares && <Shares {...props} />}
    </details>
  );
}
