import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const { mutate }: { mutate: string[] } = JSON.parse(text('stryker.config.json'));

/** The files that a pattern of the form `a/{b,c}.ts` means. */
function filesOf(pattern: string): string[] {
  const [, before, names, after] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? [];
  return names === undefined
    ? [pattern]
    : names.split(',').map((name) => `${before}${name}${after}`);
}

const missing = (pattern: string) =>
  filesOf(pattern).filter((path) => !path.includes('*') && !existsSync(join(root, path)));

it.each(mutate)('what is mutated is a whole file that is there: %s', (pattern) => {
  expect(missing(pattern)).toEqual([]);
});

it('the tests that the mutants are run against are there', () => {
  const config = text('vitest.mutation.config.ts');
  const tests = [...config.matchAll(/'([^']+\.test\.ts)'/g)].map(([, path]) => `${path}`);
  expect(tests.length).toBeGreaterThan(8);
  expect(tests.flatMap(missing)).toEqual([]);
});
