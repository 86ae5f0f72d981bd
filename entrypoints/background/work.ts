import { createSingleFlight } from '@/utils/api/http/single-flight';
import { fail, ok, type Result } from '@/utils/failure';
import type { Run } from '@/utils/messages/answer';
import type { Handlers, Value } from '@/utils/messages/contract';
import { runCommand } from '@/utils/messages/run-command';
import { readKeyMetas } from '@/utils/store/keys/key-metas';
import { bindStoredKeys } from '@/utils/store/keys/keys';
import { warmCache } from '@/utils/store/snapshots/db';
import { followSettings, keepWatching, lookAtBudgets } from './budget/budget';
import { budgetDeps, monthCost } from './budget/budget-dependencies';
import { testConnection } from './connection/connection';
import { findBase } from './connection/find-base';
import { deps, testDeps, withKeyOwner } from './dependencies';
import { addMenus } from './listeners/menus';
import { createActiveNow } from './lookups/active-now';
import { costBreakdown } from './lookups/breakdown';
import { resolveMentor } from './lookups/mentor';
import { addComparison } from './refresh/comparison';
import { createRefresh } from './refresh/refresh';
import { keepSweeping, sweep } from './upkeep/sweep';
import { openWelcome } from './upkeep/welcome';

const refresh = createRefresh(deps);
const activeNow = createActiveNow(deps);
/** As with a test of the connection: a page sends its command again while the answer is late. */
const finding = createSingleFlight<Result<Value<'findBase'>>>();

const keepAlarms = () => Promise.all([keepSweeping(), keepWatching(budgetDeps)]);

const handlers: Handlers = {
  refresh: ({ identity, ...query }) =>
    withKeyOwner(identity, (keyOwner) => {
      keepAlarms().catch(console.error);
      return refresh({ ...identity, ...query, keyOwner });
    }),
  test: async (query) => ok(await testConnection(testDeps, query)),
  comparison: (query) =>
    withKeyOwner(query.identity, (keyOwner) => addComparison(deps, { ...query, keyOwner })),
  costBreakdown: (query) =>
    withKeyOwner(query.identity, (keyOwner) => costBreakdown(deps, { ...query, keyOwner })),
  activeNow: ({ identity }) =>
    withKeyOwner(identity, (keyOwner) => activeNow({ identity, keyOwner })),
  resolveMentor: (query) =>
    withKeyOwner(query, (keyOwner) => resolveMentor(deps, { ...query, keyOwner })),
  findBase: (query) =>
    finding(JSON.stringify(query), async () => ok({ baseUrl: await findBase(testDeps, query) })),
  month: monthCost,
  keyMetas: async () => {
    const metas = await readKeyMetas();
    return metas === null ? fail({ kind: 'storage' }) : ok(metas);
  },
};

/** The worker's functions, which its listeners call once the code is loaded. */
export interface Work {
  run: Run;
  /** Runs once after an install or update; `isNew` is true only after an install. */
  beInstalled(isNew: boolean): Promise<unknown>;
  /** Runs at each start of the browser, and after an install. */
  begin(): Promise<unknown>;
  followSettings(): Promise<unknown>;
  lookAtBudgets(): Promise<unknown>;
  sweep(): Promise<unknown>;
}

const begin = () => {
  bindStoredKeys().catch(console.error);
  sweep().catch(console.error);
  keepSweeping().catch(console.error);
  return followSettings(budgetDeps);
};

/** The worker's functions with their real dependencies. */
export const work: Work = {
  run: (command, args) => {
    // Every command needs it, after settings and key have been read.
    warmCache();
    return runCommand(handlers, command, args);
  },
  beInstalled: (isNew) => Promise.all([begin(), addMenus(), isNew ? openWelcome() : null]),
  begin,
  followSettings: () => followSettings(budgetDeps),
  lookAtBudgets: () => lookAtBudgets(budgetDeps),
  sweep,
};
