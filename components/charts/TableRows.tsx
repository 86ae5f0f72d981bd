import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FigureTable } from '@/utils/figures/text/figure-table';

const SLICE_ROWS = 200;
/** The number of rows that are added without scrolling; more are added when the user scrolls to the end. */
const UNASKED_ROWS = 2000;

/** Adds the rows of a long table in slices, one per frame, so that no task blocks the page. */
export function TableRows({ table }: { table: FigureTable }) {
  const { caption, columns, length } = table;
  const [shown, setShown] = useState(SLICE_ROWS);
  useEffect(() => {
    if (shown >= Math.min(length, UNASKED_ROWS)) return;
    const frame = requestAnimationFrame(() => setShown(shown + SLICE_ROWS));
    return () => cancelAnimationFrame(frame);
  }, [shown, length]);
  const onScroll = ({ currentTarget: place }: Event & { currentTarget: HTMLElement }) => {
    const leftPx = place.scrollHeight - place.scrollTop - place.clientHeight;
    if (shown < length && leftPx <= 2 * place.clientHeight) setShown(shown + SLICE_ROWS);
  };
  const starts = Array.from(
    { length: Math.ceil(Math.min(shown, length) / SLICE_ROWS) },
    (_, index) => index * SLICE_ROWS,
  );
  return (
    <section class="table-scroll" aria-label={caption} tabIndex={0} onScroll={onScroll}>
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
        {starts.map((from) => (
          <Slice key={from} table={table} from={from} />
        ))}
      </table>
    </section>
  );
}

/** Rows that are written and laid out once, whatever comes below them. */
function Slice({ table, from }: { table: FigureTable; from: number }) {
  return useMemo(
    () => (
      <tbody>
        {table.rows(from, from + SLICE_ROWS).map(([title, ...cells]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {cells.map((cell, index) => (
              <td key={table.columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    ),
    [table, from],
  );
}
