// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TableRows } from './TableRows';
import { TableView } from './TableView';

afterEach(cleanup);

function show(length: number) {
  const rows = vi.fn((from: number, to: number) =>
    Array.from({ length: Math.min(to, length) - from }, (_, index) => [
      `day ${from + index}`,
      String(from + index),
    ]),
  );
  const table = { caption: 'Cost', columns: ['Day', 'Cost'], length, rows };
  const inside = vi.fn(() => <TableRows table={table} />);
  const { container } = render(<TableView>{inside}</TableView>);
  expect(inside).not.toHaveBeenCalled();
  const details = container.querySelector('details');
  if (details) details.open = true;
  if (details) fireEvent(details, new Event('toggle'));
  const drawn = () => container.querySelectorAll('tbody tr').length;
  return { rows, drawn, container };
}

it('builds nothing before it is opened, and long tables in slices', async () => {
  const { rows, drawn } = show(1050);
  await screen.findByRole('table');
  expect(drawn()).toBeLessThan(1050);
  await waitFor(() => expect(drawn()).toBe(1050));
  // No row is written twice.
  const starts = rows.mock.calls.map(([from]) => from);
  expect(new Set(starts).size).toBe(starts.length);
});

it('fault 38: writes rows of a very long table when somebody scrolls so far', async () => {
  const { drawn, container } = show(100_000);
  await waitFor(() => expect(drawn()).toBe(2000));
  const place = container.querySelector('.table-scroll');
  if (place) fireEvent.scroll(place);
  await waitFor(() => expect(drawn()).toBe(2200));
});
