import { expect, it } from 'vitest';
import { createSerialQueue } from './serial-queue';

it('does one piece of work after the other, also behind one that failed', async () => {
  const queue = createSerialQueue();
  const done: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      done.push(`${name} begins`);
      await Promise.resolve();
      if (fails) throw new Error(name);
      done.push(`${name} ends`);
      return name;
    };
  const all = [queue(work('a')), queue(work('b', true)), queue(work('c'))];
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
});
