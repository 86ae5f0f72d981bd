import { expect, it } from 'vitest';
import { profileFaults, soakProfile } from './soak/profile';
import { soakWorker, workerFaults } from './soak/worker';

it('faults 53, 56, 57: 25 kills of the worker at random moments are seen by nobody', async () => {
  const report = await soakWorker(25, 1);
  expect(report.kills).toBe(25);
  expect(report.refreshes).toBeGreaterThan(10);
  // One request a kill is the limit of the long run; so few kills may strike badly.
  expect(workerFaults(report, 2)).toEqual([]);
}, 120_000);

it('fault 50: five kills of the browser while it writes leave key, settings and figures', async () => {
  const report = await soakProfile(5, 1);
  expect(report.kills).toBe(5);
  expect(profileFaults(report)).toEqual([]);
}, 120_000);
