import { expect, it } from 'vitest';
import { createTurns } from './turns';

it('does one piece of work after the other, also behind one that failed', async () => {
  const inTurn = createTurns();
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
  const all = [inTurn(work('a')), inTurn(work('b', true)), inTurn(work('c'))];
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
});
