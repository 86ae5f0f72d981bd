import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { DEFAULT_RANGE, rangeSchema } from '@/utils/figures/range';
import { createItem } from '../item';
import type { StoredItems } from '../stored-items';

type Scope = 'all' | 'mentor';

const isScopeByOrg = (value: unknown): boolean =>
  value instanceof Object &&
  Object.values(value).every((scope) => scope === 'all' || scope === 'mentor');

const names = z.nullable(z.array(z.string()));

const viewSchema = z.object({
  range: rangeSchema,
  compare: z.boolean(),
  /** The running total on the cost chart. */
  running: z.boolean(),
  /** All mentors, or the one open in the tab; remembered for each organization. */
  scopeByOrg: z.custom<Record<string, Scope>>(isScopeByOrg),
  /** The cards of popup and panel, by name and in order; null while nobody has chosen. */
  cards: z.object({ popup: names, panel: names }),
});

/** What was last chosen to be seen; the same in popup and panel but for the cards. */
export type View = z.infer<typeof viewSchema>;

export const INITIAL_VIEW: View = {
  range: DEFAULT_RANGE,
  compare: false,
  running: false,
  scopeByOrg: {},
  cards: { popup: null, panel: null },
};

const item = createItem({
  key: 'view',
  version: 3,
  schema: viewSchema,
  initial: INITIAL_VIEW,
  migrations: {
    1: (value) => (value instanceof Object ? { ...value, running: false } : value),
    2: (value) => (value instanceof Object ? { ...value, cards: INITIAL_VIEW.cards } : value),
  },
});

/** The view; the first one where what is stored can't be used, as nothing is lost by that. */
export async function readView(items?: StoredItems): Promise<View> {
  const read = await item.read(items);
  return read.state === 'ok' ? read.value : INITIAL_VIEW;
}

/** Remembers the view. */
export const writeView = (view: View): Promise<Result<null>> => item.write(view);

/** Calls back after every change; returns how to stop. */
export const watchView = (onChange: () => void): (() => void) => item.watch(onChange);

export const removeView = (): Promise<Result<null>> => item.remove();
