import type { Run } from '@/utils/answer';
import { ok } from '@/utils/failure';
import type { Handlers } from '@/utils/messages';
import { runCommand } from '@/utils/run-command';
import { sweepPictures } from '@/utils/store/pictures';
import { sweepSnapshots } from '@/utils/store/snapshots';
import { costBreakdown } from './breakdown';
import { followSettings, lookAtBudgets } from './budget';
import { budgetWorld, monthCost } from './budget-world';
import { testConnection } from './connection';
import { bringCostBefore } from './cost-before';
import { resolveMentor } from './mentor';
import { addMenus } from './menus';
import { createRefresh } from './refresh';
import { keyOwner, testWorld, world } from './world';

const refresh = createRefresh(world);

const handlers: Handlers = {
  refresh: async ({ identity, range, newerThanMs }) =>
    refresh({ ...identity, range, newerThanMs, keyOwner: await keyOwner(identity) }),
  test: async (query) => ok(await testConnection(testWorld, query)),
  costBefore: async (query) =>
    bringCostBefore(world, { ...query, keyOwner: await keyOwner(query.identity) }),
  costBreakdown: async (query) =>
    costBreakdown(world, { ...query, keyOwner: await keyOwner(query.identity) }),
  resolveMentor: async (query) =>
    resolveMentor(world, { ...query, keyOwner: await keyOwner(query) }),
  month: monthCost,
};

/** What the worker does, as its listeners ask for it once they have loaded it. */
export interface Work {
  run: Run;
  /** Once, after an install or update. */
  beInstalled(): Promise<unknown>;
  /** Whenever the browser has started, and after an install. */
  begin(): Promise<unknown>;
  followSettings(): Promise<unknown>;
  lookAtBudgets(): Promise<unknown>;
}

const begin = () => {
  sweepSnapshots();
  sweepPictures(Date.now());
  return followSettings(budgetWorld);
};

/** All that the worker does as it really is. */
export const work: Work = {
  run: (command, args) => runCommand(handlers, command, args),
  beInstalled: () => Promise.all([begin(), addMenus()]),
  begin,
  followSettings: () => followSettings(budgetWorld),
  lookAtBudgets: () => lookAtBudgets(budgetWorld),
};
