import { describe, expect, it, vi } from 'vitest';
import { sharedRun } from './shared-run';

/** Work that ends when the test wants. */
function work() {
  const ends: ((value: number) => void)[] = [];
  const run = vi.fn(() => new Promise<number>((resolve) => ends.push(resolve)));
  return { run, ends };
}

describe('a shared run', () => {
  it('is one for all who ask before it begins, and another for who asks meanwhile', async () => {
    const { run, ends } = work();
    const ask = sharedRun(run);
    const first = [ask(), ask()];
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(1));
    const second = ask();
    const third = ask();
    ends[0]?.(1);
    expect(await Promise.all(first)).toEqual([1, 1]);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    ends[1]?.(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('begins anew after its end', async () => {
    const { run, ends } = work();
    const ask = sharedRun(run);
    const first = ask();
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    ends[0]?.(1);
    await first;
    const second = ask();
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    ends[1]?.(2);
    expect(await second).toBe(2);
  });

  it('goes on after a failure', async () => {
    const run = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('gone'));
    run.mockResolvedValue(2);
    const ask = sharedRun(run);
    await expect(ask()).rejects.toThrow('gone');
    expect(await ask()).toBe(2);
  });
});
