import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '@/utils/say';

/** What can be opened below a chart: its exact figures. Nothing is built before it is opened. */
export function TableView({ children }: { children: () => ComponentChildren }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="table-toggle"
      onToggle={(event: Event & { currentTarget: HTMLDetailsElement }) =>
        setOpen(event.currentTarget.open)
      }
    >
      <summary>{say('ui_show_as_table')}</summary>
      {open && children()}
    </details>
  );
}
