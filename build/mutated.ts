import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const TESTS = /\.test\.tsx?$/;

/** Not mutated in any folder: tests, and what is there for tests alone. */
const KEPT = ['!**/*.test.ts', '!**/fake-*.ts'];

/** The patterns that Stryker mutates: `folder/*.ts`, or a single file. */
export const mutated: readonly string[] = JSON.parse(
  readFileSync(join(ROOT, 'stryker.config.json'), 'utf8'),
).mutate.filter((pattern: string) => !pattern.startsWith('!'));

/** Tests of other folders that hold what is mutated: private windows, a policy's key, who is signed in. */
export const ACROSS: readonly string[] = [
  'entrypoints/background/private-window.test.ts',
  'utils/store/settings/policy.test.ts',
  'utils/tab/page.test.ts',
];

const named = (folder: string) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`);

/** The files that one pattern means. */
export function filesOf(pattern: string): string[] {
  const files = named(dirname(pattern)).filter(
    (file) => file.endsWith('.ts') && !TESTS.test(file) && !/\/fake-[^/]*$/.test(file),
  );
  return pattern.endsWith('/*.ts') ? files : files.filter((file) => file === pattern);
}

/** Its property needs longer for a single case than vitest.mutation.setup.ts gives it. */
const TOO_LONG = 'entrypoints/background/refresh/identity.test.ts';

/** The tests of a folder, or the one of a file: these have to notice its mutants. */
export function testsBeside(pattern: string): string[] {
  const tests = named(dirname(pattern)).filter((file) => TESTS.test(file) && file !== TOO_LONG);
  const own = pattern.replace(/ts$/, 'test.ts');
  return pattern.endsWith('/*.ts') ? tests : tests.filter((file) => file === own);
}

/** All tests that the mutants are run against; with a folder, its own alone. */
export const testsFor = (folder: string | undefined): string[] =>
  folder === undefined
    ? [...new Set(mutated.flatMap(testsBeside)), ...ACROSS]
    : testsBeside(`${folder}/*.ts`);

/** Stryker's arguments for one folder; none for all of them. */
export const argumentsFor = (folder: string | undefined): string[] =>
  folder === undefined ? [] : ['--mutate', [`${folder}/*.ts`, ...KEPT].join(',')];
