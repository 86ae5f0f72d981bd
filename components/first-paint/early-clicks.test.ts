// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { holdClicks } from './early-clicks';

beforeEach(() => document.body.replaceChildren());

function add(name: 'button' | 'a', onClick: () => void): HTMLElement {
  const element = document.createElement(name);
  const inner = document.createElement('span');
  element.append(inner);
  document.body.append(element);
  element.addEventListener('click', onClick);
  return inner;
}

describe('a click before somebody listens', () => {
  it('waits, and is made when somebody does: the last one, once', () => {
    const first = vi.fn();
    const second = vi.fn();
    const one = add('button', first);
    const other = add('button', second);
    const handOver = holdClicks();
    one.click();
    other.click();
    expect(first).not.toHaveBeenCalled();
    expect(second).not.toHaveBeenCalled();
    handOver();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
    one.click();
    expect(first).toHaveBeenCalledTimes(1);
  });

  it('goes through where it needs nobody: a link', () => {
    const followed = vi.fn();
    const link = add('a', followed);
    const handOver = holdClicks();
    link.click();
    expect(followed).toHaveBeenCalledTimes(1);
    handOver();
    expect(followed).toHaveBeenCalledTimes(1);
  });
});
