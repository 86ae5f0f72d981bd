import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputDir } from '../e2e/output';

/** The part of the add-ons linter's output that we read. */
interface Report {
  errors: unknown[];
  warnings: unknown[];
  notices: unknown[];
  metadata: { totalScannedFileSize: number };
}

it('the add-ons linter has no error, warning or notice about the Firefox build', () => {
  const linter = join(import.meta.dirname, '..', 'node_modules', '.bin', 'addons-linter');
  const text = execFileSync(linter, [outputDir('firefox'), '--output', 'json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { errors, warnings, notices, metadata }: Report = JSON.parse(text);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
  expect(metadata.totalScannedFileSize).toBeGreaterThan(100_000);
});
