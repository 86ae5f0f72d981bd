// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { CardsMenu } from './CardsMenu';

afterEach(cleanup);

const open = (names: ('cohorts' | 'cost' | 'feedback')[], isRuled = false) => {
  const onCards = vi.fn();
  render(<CardsMenu chosen={{ place: 'popup', names, isRuled }} onCards={onCards} />);
  fireEvent.click(screen.getByRole('button', { name: 'Cards' }));
  const boxes = () => screen.getAllByRole('menuitemcheckbox');
  return { onCards, boxes, click: (box: HTMLElement) => fireEvent.click(box) };
};

it('shows, hides and orders cards, and stays open', () => {
  const { onCards, boxes, click } = open(['cost', 'cohorts']);
  const checked = boxes().filter((box) => box.getAttribute('aria-checked') === 'true');
  expect(checked.map((box) => box.textContent)).toEqual(['LLM cost', 'New and veteran users']);
  click(screen.getByRole('menuitemcheckbox', { name: 'Chat feedback' }));
  expect(onCards).toHaveBeenLastCalledWith(['cost', 'cohorts', 'feedback']);
  click(screen.getByRole('menuitemcheckbox', { name: 'LLM cost' }));
  expect(onCards).toHaveBeenLastCalledWith(['cohorts']);
  click(screen.getByRole('menuitem', { name: 'Move New and veteran users up' }));
  expect(onCards).toHaveBeenLastCalledWith(['cohorts', 'cost']);
  expect(boxes().length).toBeGreaterThan(3);
});

it('is walked through by arrow keys', () => {
  const { boxes } = open(['cost', 'cohorts']);
  expect(document.activeElement).toBe(boxes()[0]);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(boxes()[1]);
});

it('hides neither the last card nor what a policy shows', () => {
  const last = open(['cost']);
  last.click(screen.getByRole('menuitemcheckbox', { name: 'LLM cost' }));
  expect(last.onCards).not.toHaveBeenCalled();
});

it('says whose choice it is under a policy', () => {
  const { onCards, click } = open(['cost', 'cohorts'], true);
  screen.getByText('Chosen by your administrator');
  click(screen.getByRole('menuitemcheckbox', { name: 'Chat feedback' }));
  expect(onCards).not.toHaveBeenCalled();
  expect(screen.queryByRole('menuitem', { name: /up$/ })).toBeNull();
});
