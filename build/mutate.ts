// Usage: npm run mutation [-- utils/figures/export [options of Stryker]]
import { spawnSync } from 'node:child_process';
import { argumentsFor } from './mutated';

const [folder, ...options] = process.argv.slice(2);
const { status } = spawnSync('stryker', ['run', ...argumentsFor(folder), ...options], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  // vitest.mutation.config.ts runs the tests of this folder alone.
  env: { ...process.env, ...(folder === undefined ? {} : { LENS_MUTATED: folder }) },
});
process.exitCode = status ?? 1;
