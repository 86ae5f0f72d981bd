import { describe, expect, it, vi } from 'vitest';
import { sharedRun } from './shared-run';

/** Work that ends when the test wants. */
function work() {
  const ends: ((value: number) => void)[] = [];
  const run = vi.fn(() => new Promise<number>((resolve) => ends.push(resolve)));
  return { run, ends };
}

describe('a shared run', () => {
  it('gives nobody what was begun before the question, and all others the same', async () => {
    const { run, ends } = work();
    const ask = sharedRun(run);
    const first = ask();
    const second = ask();
    const third = ask();
    expect(run).toHaveBeenCalledTimes(1);
    ends[0]?.(1);
    expect(await first).toBe(1);
    await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
    ends[1]?.(2);
    expect(await Promise.all([second, third])).toEqual([2, 2]);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('begins anew after its end', async () => {
    const { run, ends } = work();
    const ask = sharedRun(run);
    const first = ask();
    ends[0]?.(1);
    await first;
    const second = ask();
    ends[1]?.(2);
    expect(await second).toBe(2);
  });

  it('goes on after a failure', async () => {
    const run = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('gone'));
    run.mockResolvedValue(2);
    const ask = sharedRun(run);
    const [first, second] = [ask(), ask()];
    await expect(first).rejects.toThrow('gone');
    expect(await second).toBe(2);
  });
});
