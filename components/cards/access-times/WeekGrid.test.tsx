// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { sampleAccessTimes } from '@/utils/cards/access-times/sample';
import { readersWeek } from '@/utils/cards/access-times/view';
import { WeekGrid } from './WeekGrid';

afterEach(cleanup);

const data = sampleAccessTimes({ kind: '30d' }, false, Date.UTC(2026, 10, 23));

it('has a cell for each hour of the reader’s week, by name and value', () => {
  render(<WeekGrid data={data} summary="When people come" />);
  const grid = screen.getByRole('grid');
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-hour]')];
  expect(cells).toHaveLength(168);
  const { days } = readersWeek(data);
  for (const { dataset } of cells) {
    expect(Number(dataset.value)).toBe(days[Number(dataset.day)]?.[Number(dataset.hour)]);
  }
  // One shade for zero and five more; the busiest hour has the darkest.
  const shades = new Set(cells.map(({ dataset }) => dataset.shade));
  expect([...shades].sort().at(-1)).toBe('5');
  expect(screen.getByRole('list', { name: 'What the shades mean' }).children).toHaveLength(6);
});

it('is walked through by arrow keys, and stops at its edges', () => {
  render(<WeekGrid data={data} summary="When people come" />);
  const grid = screen.getByRole('grid', { name: 'When people come' });
  const reached = () => grid.querySelector<HTMLElement>('[tabindex="0"]');
  const press = (key: string) => fireEvent.keyDown(reached() ?? grid, { key });
  const first = reached();
  expect(first?.dataset.hour).toBe('0');
  press('ArrowRight');
  press('ArrowRight');
  press('ArrowDown');
  expect(reached()?.dataset.hour).toBe('2');
  expect(reached()?.dataset.day).not.toBe(first?.dataset.day);
  expect(document.activeElement).toBe(reached());
  press('ArrowUp');
  press('ArrowUp');
  for (let i = 0; i < 3; i++) press('ArrowLeft');
  expect(reached()).toBe(first);
});
