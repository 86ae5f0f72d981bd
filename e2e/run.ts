import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../demo/browser/chromium';
import { ensureFirefox } from '../demo/browser/firefox';

/** The whole suite, in the order in which a failure is cheapest to learn of. */
interface Tally {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'lens-reports-'));
const total: Tally = { passed: 0, failed: 0 };

function run(command: string, args: string[]): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** A check without tests of its own counts as one. */
function check(command: string, ...args: string[]): boolean {
  const passed = run(command, args);
  total[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

function vitest(name: string, config: string): void {
  const report = join(reports, `${name}.json`);
  const passed = run('npx', [
    ...['vitest', 'run', '--config', config],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  const tally = readTally(report);
  total.passed += tally.passed;
  // A file that fails to load fails the run without counting a failed test.
  total.failed += passed ? tally.failed : Math.max(1, tally.failed);
}

function readTally(report: string): Tally {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

// The texts' keys are types that this writes anew.
run('npx', ['wxt', 'prepare']);
check('npx', 'tsc', '--noEmit');
check('npx', 'biome', 'check', '--error-on-warnings', '.');
check('npx', 'knip');
vitest('unit', 'vitest.config.ts');
if (check('npm', 'run', 'build')) {
  vitest('build', 'vitest.build.config.ts');
  await ensureChromium();
  await ensureFirefox();
  vitest('e2e', 'vitest.e2e.config.ts');
}
rmSync(reports, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
