import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAULTS, NOT_PRODUCIBLE } from '../e2e/faults/catalogue';
import { faultsNamedIn } from '../e2e/faults/fault';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['utils', 'components', 'entrypoints', 'demo', 'checks', 'e2e'];

const numbers = FAULTS.map(({ number }) => number);
const tests = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|build|e2e)\.tsx?$/.test(file))
    .map((file) => join(ROOT, folder, file)),
);
const texts = tests.map((file) => readFileSync(file, 'utf8'));
const named = new Set(texts.flatMap(faultsNamedIn));
/** A table of cases has the number of each as the first value of its row. */
const inTables = texts
  .filter((text) => /\bfault %/.test(text))
  .flatMap((text) => [...text.matchAll(/^ *\[['"]?(\d+)\b/gm)])
  .map(([, number]) => Number(number));

it('the faults are numbered from 1 on, each number once', () => {
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

const shown = new Set([...named, ...inTables, ...NOT_PRODUCIBLE.keys()]);

it('each fault has a test with its number, or a reason why it has none', () => {
  expect(numbers.filter((number) => !shown.has(number))).toEqual([]);
});

it('no test names a fault that is not listed', () => {
  expect([...named].filter((number) => !numbers.includes(number))).toEqual([]);
});
