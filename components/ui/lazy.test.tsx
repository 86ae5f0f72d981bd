// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { render as draw } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { lazy, preloadLazy } from './lazy';

afterEach(cleanup);

const Text = () => <p>here</p>;

it('draws nothing until its code has come', async () => {
  const Lazy = lazy(async () => Text);
  const { container } = render(<Lazy />);
  expect(container.innerHTML).toBe('');
  expect(await screen.findByText('here')).not.toBeNull();
});

it('is drawn at once where its code was fetched before', async () => {
  const load = vi.fn(async () => Text);
  const Lazy = lazy(load);
  await preloadLazy();
  render(<Lazy />);
  expect(screen.getByText('here')).not.toBeNull();
  expect(load).toHaveBeenCalledTimes(1);
});

it('is drawn where its code comes between the drawing and what follows it', async () => {
  const Lazy = lazy(async () => Text);
  const place = document.createElement('div');
  // Not the render of the testing library, which runs effects at once.
  draw(<Lazy />, place);
  await preloadLazy();
  await expect.poll(() => place.textContent).toBe('here');
});

it('is tried again where its code could not be fetched', async () => {
  const load = vi.fn(async () => Text);
  load.mockRejectedValueOnce(new Error('gone'));
  const Lazy = lazy(load);
  await preloadLazy();
  render(<Lazy />);
  expect(await screen.findByText('here')).not.toBeNull();
});
