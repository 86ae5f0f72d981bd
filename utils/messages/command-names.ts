import type { CommandName } from './contract';

// Names alone, so that the worker can tell a command before it has loaded the schemas of any.
const names: Record<CommandName, true> = {
  refresh: true,
  test: true,
  findBase: true,
  month: true,
  comparison: true,
  costBreakdown: true,
  activeNow: true,
  resolveMentor: true,
};

/** Whether a name is that of a command. Own names only: `constructor` and `__proto__` are none. */
export const isCommand = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(names, name);
