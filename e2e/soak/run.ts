import { parseArgs } from 'node:util';
import { profileFaults, soakProfile } from './profile';
import { soakWorker, workerFaults } from './worker';

/**
 * Kills, many times over, of the build in `.output`: the worker's (`npm run soak`), or the whole
 * browser's while it writes (`npm run soak -- --profile`). The same seed kills at the same moments;
 * `--gap` is the longest time between two kills (ms).
 */
const { values } = parseArgs({
  options: {
    profile: { type: 'boolean', default: false },
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    gap: { type: 'string' },
  },
});
const seed = Number(values.seed);

async function soak(): Promise<string[]> {
  if (values.profile) {
    const report = await soakProfile(Number(values.kills ?? 100), seed);
    console.log(report);
    return profileFaults(report);
  }
  const report = await soakWorker(
    Number(values.kills ?? 1000),
    seed,
    values.gap === undefined ? undefined : Number(values.gap),
  );
  console.log(`seed ${seed}`, report);
  return workerFaults(report);
}

const faults = await soak();
for (const fault of faults) console.log(`RED: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
