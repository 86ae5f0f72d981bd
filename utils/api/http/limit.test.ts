import { describe, expect, it } from 'vitest';
import { createLimit, type Urgency } from './limit';

/** Tasks that run until the test ends them, listed in the order in which they began. */
function start(perHost: number) {
  const limit = createLimit<string>(perHost, (result) => !result.startsWith('500'));
  const begun: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const add = (name: string, urgency: Urgency, host = 'a') =>
    limit(host, urgency, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (failure) => (failure ? reject(failure) : resolve(name))),
      );
    });
  const end = async (name: string, failure?: Error) => {
    ends.get(name)?.(failure);
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  return { add, end, begun };
}

describe('a limit', () => {
  it('begins the most urgent of those that wait, and equals in their order', async () => {
    const { add, end, begun } = start(1);
    const all = [
      add('first', 'beside'),
      add('comparison', 'beside'),
      add('newest bar', 'bars'),
      add('older bar', 'bars'),
      add('total', 'headline'),
    ];
    const order = ['first', 'total', 'newest bar', 'older bar', 'comparison'];
    for (const name of order) await end(name);
    expect(begun).toEqual(order);
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('is of each host alone, and gives a failed task’s place to the next', async () => {
    const { add, end, begun } = start(2);
    const failed = add('1', 'bars');
    failed.catch(() => undefined);
    for (const name of ['2', '3', '4']) add(name, 'bars');
    add('elsewhere', 'bars', 'b');
    expect(begun).toEqual(['1', '2', 'elsewhere']);
    await end('1', new Error('gone'));
    expect(begun).toEqual(['1', '2', 'elsewhere', '3']);
    await expect(failed).rejects.toThrow('gone');
    await end('2');
    await end('3');
    await end('4');
    // All places are free again.
    add('5', 'beside');
    add('6', 'beside');
    add('7', 'beside');
    expect(begun.slice(-2)).toEqual(['5', '6']);
  });

  it('lets four ahead, and all headlines, until the host has answered', async () => {
    const { add, end, begun } = start(6);
    const bars = ['500 a', '500 b', '500 c', '500 d', '500 e', 'f', 'g', 'h', 'i'];
    for (const name of bars) add(name, 'bars');
    expect(begun).toHaveLength(4);
    add('total', 'headline');
    expect(begun).toHaveLength(5);
    await end('500 a');
    expect(begun).toHaveLength(5);
    await end('total');
    expect(begun).toEqual(['500 a', '500 b', '500 c', '500 d', 'total', '500 e', 'f', 'g']);
    for (const name of bars) await end(name);
    // The host was idle, so it must answer again before more tasks run at once.
    for (const name of ['1', '2', '3', '4', '5']) add(name, 'beside');
    expect(begun.slice(-4)).toEqual(['1', '2', '3', '4']);
  });
});
