import { HTTP, NETWORK, SCHEMA } from './answers';
import { LIFE_CYCLE, PERMISSIONS, STORAGE } from './browser';
import type { Fault } from './fault';
import { HOSTILE_API_DATA, HOSTILE_PAGE, SETTINGS, UPGRADE } from './inputs';

/** All faults by their number; a test says which it shows by this number. */
export const FAULTS: Fault[] = [
  ...NETWORK,
  ...HTTP,
  ...SCHEMA,
  ...STORAGE,
  ...LIFE_CYCLE,
  ...PERMISSIONS,
  ...HOSTILE_PAGE,
  ...HOSTILE_API_DATA,
  ...SETTINGS,
  ...UPGRADE,
]
  .map(([number, fault, expected]) => ({ number, fault, expected }))
  .sort((a, b) => a.number - b.number);

/** Faults that no machine of this kind can produce, each with the reason. */
export const NOT_PRODUCIBLE = new Map<number, string>([]);
