import { expect, it } from 'vitest';
import { chunkMembers } from './chunks';

it('what a page shows first needs neither parsers, views nor charts', () => {
  const first = [...chunkMembers()].flatMap(([file, chunk]) => (chunk === 'first' ? [file] : []));
  expect(first).toContain('components/dashboard/begin.ts');
  expect(first).toContain('components/first-paint/show.ts');
  for (const late of [/^components\/charts\//, /^components\/cards\//, /^utils\/api\//]) {
    expect(first.filter((file) => late.test(file))).toEqual([]);
  }
});
