import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ACROSS, filesOf, mutated, testsBeside } from './mutated';

it.each(mutated)('what is mutated is there: %s', (pattern) => {
  // A folder, or a whole file: Stryker takes no notice of a pattern that means nothing.
  expect(pattern).toMatch(/^[\w/-]+\/(?:\*|[\w-]+)\.ts$/);
  expect(filesOf(pattern)).not.toEqual([]);
});

const folders = mutated.filter((pattern) => pattern.endsWith('/*.ts'));

it('is a list of folders with tests, and of few files', () => {
  expect(folders.filter((folder) => testsBeside(folder).length === 0)).toEqual([]);
  expect(folders.length).toBeGreaterThan(mutated.length / 2);
});

it('the tests of other folders that the mutants are run against are there', () => {
  expect(ACROSS.filter((path) => !existsSync(join(import.meta.dirname, '..', path)))).toEqual([]);
});
