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

it.each(mutate)('what is mutated is there: %s', (one) => {
  const [pattern = ''] = one.split(':');
  const files = filesOf(pattern);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('the part of a file that is mutated is the guard, and nothing else', () => {
  const parts = mutate.flatMap((one) => /^(.+):(\d+)-(\d+)$/.exec(one)?.slice(1) ?? []);
  expect(parts).toHaveLength(3);
  const [path = '', from, to] = parts;
  const lines = text(path)
    .split('\n')
    .slice(Number(from) - 1, Number(to));
  expect(lines[0]).toMatch(/^\/\/ Control, zero-width/);
  expect(lines.join('\n')).toContain('export function safeText');
  expect(lines.at(-1)).toBe('}');
  expect(lines.filter((line) => line.startsWith('export'))).toHaveLength(1);
});
