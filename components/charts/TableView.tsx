import { useEffect, useState } from 'preact/hooks';
import { say } from '@/components/ui/text';

const SLICE_ROWS = 400;

interface TableText {
  caption: string;
  columns: string[];
  rows: string[][];
}

/** The exact figures behind a chart. Nothing is built before it is opened. */
export function TableView({ table }: { table: () => TableText }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      class="table-toggle"
      onToggle={(event: Event & { currentTarget: HTMLDetailsElement }) =>
        setOpen(event.currentTarget.open)
      }
    >
      <summary>{say('ui_show_as_table')}</summary>
      {open && <Rows {...table()} />}
    </details>
  );
}

/** Long tables come in slices, one a frame, so that no task holds up the page. */
function Rows({ caption, columns, rows }: TableText) {
  const [shown, setShown] = useState(SLICE_ROWS);
  useEffect(() => {
    if (shown >= rows.length) return;
    const frame = requestAnimationFrame(() => setShown(shown + SLICE_ROWS));
    return () => cancelAnimationFrame(frame);
  }, [shown, rows.length]);
  return (
    <section class="table-scroll" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(([title, ...cells]) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
