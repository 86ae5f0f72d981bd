import * as z from 'zod/mini';
import { fail, type Result } from '@/utils/failure';
import { DEFAULT_RANGE, rangeSchema } from '@/utils/figures/time/range';
import { createItem } from '../item';
import type { StoredItems } from '../stored-items';
import { withLock } from '../with-lock';

type Scope = 'all' | 'mentor';

const isScopeByOrg = (value: unknown): boolean =>
  value instanceof Object &&
  Object.values(value).every((scope) => scope === 'all' || scope === 'mentor');

const names = z.nullable(z.array(z.string()));

const viewSchema = z.object({
  range: rangeSchema,
  compare: z.boolean(),
  /** Whether the cost chart shows the running total. */
  running: z.boolean(),
  /** All mentors, or the one open in the tab; stored for each organization. */
  scopeByOrg: z.custom<Record<string, Scope>>(isScopeByOrg),
  /** The names of the cards in popup and panel, in order; null until the user has chosen. */
  cards: z.object({ popup: names, panel: names }),
});

/**
 * The options of the dashboard as last chosen; popup and panel share all of them except the cards.
 */
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

/**
 * Returns the stored view, or the initial one where it cannot be used, as nothing important is
 * lost; and which of them it is.
 */
export async function readShownView(
  items?: StoredItems,
): Promise<{ view: View; isStored: boolean }> {
  const read = await item.read(items);
  return read.state === 'ok'
    ? { view: read.value, isStored: true }
    : { view: INITIAL_VIEW, isStored: false };
}

/** Returns the same view without saying which it is. */
export const readView = async (): Promise<View> => (await readShownView()).view;

/** Stores the view. */
export const writeView = (view: View): Promise<Result<null>> => item.write(view);

/**
 * Changes the stored view; two changes at the same time run one after another. Returns `storage` where
 * it was not read, and then writes nothing; one that cannot be used is replaced.
 */
export const changeView = (change: (now: View) => View): Promise<Result<null>> =>
  withLock('view', async () => {
    const read = await item.read();
    if (read.state === 'unread') return fail({ kind: 'storage' });
    return item.write(change(read.state === 'ok' ? read.value : INITIAL_VIEW));
  });

/**
 * Changes the view for a page that shows the stored one. The changed view is on its way to the store
 * before this returns, so that it is kept even if the page closes at once. Where the store turns out to
 * have held another view, changed by another page, the change is made to that one.
 */
export async function changeShownView(
  shown: View,
  change: (now: View) => View,
): Promise<Result<null>> {
  // Both are sent in this turn, and in this order: the answer is what the writing replaces.
  const reading = item.read();
  const early = change(shown);
  const writing = item.replace(early);
  const [replaced, written] = [await reading, await writing];
  if (replaced.state !== 'ok' || isSame(replaced.value, shown)) return written;
  return withLock('view', async () => {
    const now = await item.read();
    // Whoever has written since has seen the same, and does the same.
    const isOwn = now.state === 'ok' && isSame(now.value, early);
    return isOwn ? item.write(change(replaced.value)) : written;
  });
}

const isSame = (one: View, other: View): boolean => signOf(one) === signOf(other);

/** Browsers may store the organizations in another order. */
const signOf = ({ scopeByOrg, ...rest }: View): string =>
  JSON.stringify([rest, Object.entries(scopeByOrg).sort()]);

/** Calls back after every change; returns a function that stops it. */
export const watchView = (onChange: () => void): (() => void) => item.watch(onChange);

export const removeView = (): Promise<Result<null>> => withLock('view', item.remove);
