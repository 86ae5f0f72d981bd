// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { TableView } from './TableView';

afterEach(cleanup);

it('builds nothing before it is opened, and long tables in slices', async () => {
  const rows = Array.from({ length: 1000 }, (_, index) => [`day ${index}`, String(index)]);
  const table = vi.fn(() => ({ caption: 'Cost', columns: ['Day', 'Cost'], rows }));
  const { container } = render(<TableView table={table} />);
  expect(table).not.toHaveBeenCalled();

  const details = container.querySelector('details');
  if (details) details.open = true;
  if (details) fireEvent(details, new Event('toggle'));
  await screen.findByRole('table');
  const drawn = () => container.querySelectorAll('tbody tr').length;
  expect(drawn()).toBeLessThan(1000);
  await waitFor(() => expect(drawn()).toBe(1000));
});
