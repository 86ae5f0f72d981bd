import type { CommandName } from './contract';

// Only names, so that the worker recognizes a command before it has loaded any schema.
const names: Record<CommandName, true> = {
  refresh: true,
  test: true,
  findBase: true,
  month: true,
  comparison: true,
  costBreakdown: true,
  activeNow: true,
  resolveMentor: true,
  keyMetas: true,
};

/**
 * Whether a name is that of a command. Inherited properties such as `constructor` and `__proto__`
 * are not.
 */
export const isCommand = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(names, name);
