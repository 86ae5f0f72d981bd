// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import type { CardName } from '@/utils/cards/data';
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

it('keeps the focus in the row that was moved, on its way to the first place too', () => {
  function Chosen() {
    const [names, setNames] = useState<readonly CardName[]>(['cost', 'feedback', 'cohorts']);
    return <CardsMenu chosen={{ place: 'popup', names, isRuled: false }} onCards={setNames} />;
  }
  render(<Chosen />);
  fireEvent.click(screen.getByRole('button', { name: 'Cards' }));
  const up = () => screen.getByRole('menuitem', { name: 'Move New and veteran users up' });
  up().focus();
  fireEvent.click(up());
  expect(document.activeElement).toBe(up());
  fireEvent.click(up());
  const box = screen.getByRole('menuitemcheckbox', { name: 'New and veteran users' });
  expect(document.activeElement).toBe(box);
  expect(screen.getAllByRole('menuitemcheckbox')[0]).toBe(box);
  fireEvent.click(box);
  expect(box.getAttribute('aria-checked')).toBe('false');
  expect(document.activeElement).toBe(box);
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
