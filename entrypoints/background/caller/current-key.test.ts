import { expect, it, vi } from 'vitest';
import { writeForKey } from './current-key';

/** Runs a write with the given answers to "is the key still saved?", and returns what was done. */
async function write(...looks: (boolean | null)[]) {
  const isCurrentKey = vi.fn(async () => looks.shift() ?? null);
  const done = vi.fn(async () => 'written');
  const undo = vi.fn(async () => undefined);
  const result = await writeForKey({ isCurrentKey }, 'f', done, undo);
  expect(isCurrentKey).toHaveBeenCalledWith('f');
  return [result, done.mock.calls.length, undo.mock.calls.length];
}

it('writes for the saved key alone, and takes back what was written while it was deleted', async () => {
  expect(await write(true, true)).toEqual(['written', 1, 0]);
  expect(await write(false)).toEqual([null, 0, 0]);
  expect(await write(true, false)).toEqual([null, 1, 1]);
});

it('takes nothing back, and begins nothing, where nobody can read which keys are saved', async () => {
  expect(await write(true, null)).toEqual(['written', 1, 0]);
  expect(await write(null)).toEqual([null, 0, 0]);
});
