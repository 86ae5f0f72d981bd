import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '@/components/ui/icons';
import { say } from '@/utils/say';

/** A button in the card's corner that opens its exact figures below. Nothing is built before it is opened. */
export function TableView({ children }: { children: () => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="disclosure"
      onToggle={(event: Event & { currentTarget: HTMLDetailsElement }) =>
        setOpen(event.currentTarget.open)
      }
    >
      <summary title={say('ui_show_as_table')}>
        <Icon name="table" />
        {say('ui_show_as_table')}
      </summary>
      {open && children()}
    </details>
  );
}
