import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from '../../demo/browser/chromium';
import { ensureFirefox } from '../../demo/browser/firefox';
import { FAULTS, NOT_PRODUCIBLE } from './catalogue';
import { faultsNamedIn } from './fault';

/** One test that shows a fault: tests name their faults as `fault 21: …` or `faults 3, 4: …`. */
interface Proof {
  layer: string;
  passed: boolean;
}

/**
 * Runs every test of one configuration; the proofs by number. Whole files, as a journey's later steps
 * stand on its first.
 */
function prove(config: string, proofs: Map<number, Proof[]>): void {
  const folder = mkdtempSync(join(tmpdir(), 'lens-faults-'));
  const report = join(folder, 'report.json');
  spawnSync(
    'npx',
    ['vitest', 'run', '--config', config, '--reporter=json', `--outputFile.json=${report}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  for (const { name, assertionResults } of JSON.parse(readFileSync(report, 'utf8')).testResults) {
    for (const { fullName, status } of assertionResults) {
      if (status !== 'passed' && status !== 'failed') continue;
      for (const number of faultsNamedIn(String(fullName))) {
        const before = proofs.get(number) ?? [];
        proofs.set(number, [
          ...before,
          { layer: layerOf(String(name)), passed: status === 'passed' },
        ]);
      }
    }
  }
  rmSync(folder, { recursive: true });
}

function layerOf(file: string): string {
  const path = relative(process.cwd(), file);
  if (path.includes('firefox')) return 'Firefox';
  if (path.startsWith('e2e')) return 'Chromium';
  if (path.startsWith('checks')) return 'build';
  return path.startsWith('demo') ? 'demo' : 'unit';
}

const proofs = new Map<number, Proof[]>();
await ensureChromium();
await ensureFirefox();
prove('vitest.config.ts', proofs);
prove('vitest.build.config.ts', proofs);
prove('vitest.e2e.config.ts', proofs);

const rows = FAULTS.map(({ number, fault, expected }) => {
  const shown = proofs.get(number) ?? [];
  const reason = NOT_PRODUCIBLE.get(number);
  const failed = shown.filter(({ passed }) => !passed).length;
  const seen =
    shown.length === 0
      ? (reason ?? 'NOT SHOWN')
      : failed > 0
        ? `RED: ${failed} of ${shown.length} tests fail`
        : `as expected (${shown.length} ${shown.length === 1 ? 'test' : 'tests'})`;
  const layer = [...new Set(shown.map((proof) => proof.layer))].join(', ') || '-';
  return {
    number,
    fault,
    expected,
    seen,
    layer,
    red: seen.startsWith('RED') || seen === 'NOT SHOWN',
  };
});
for (const { number, fault, expected, seen, layer } of rows) {
  console.log(`| ${number} | ${fault} | ${expected} | ${seen} | ${layer} |`);
}
const red = rows.filter((row) => row.red).length;
const named = rows.filter(({ number }) => NOT_PRODUCIBLE.has(number)).length;
console.log(`\n${rows.length} faults, ${red} red, ${named} not producible here`);
process.exitCode = red === 0 ? 0 : 1;
