import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts a measured text between its marks in RESULTS.md; what people wrote around it stays. */
export function putBetween(name: string, text: string): void {
  const path = join(import.meta.dirname, 'RESULTS.md');
  const before = readFileSync(path, 'utf8');
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const from = before.indexOf(begin) + begin.length;
  writeFileSync(
    path,
    `${before.slice(0, from)}\n\n${text}\n\n${before.slice(before.indexOf(end))}`,
  );
}
