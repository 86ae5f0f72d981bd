import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { DAY_MS } from '@/utils/figures/time/range';
import { type Identity, identityKey } from '@/utils/identity';
import { withCache } from './db';
import { entriesFor } from './private-entries';
import { sweepEntries } from './sweep-entries';

interface Span {
  startMs: number;
  endMs: number;
}

/** A cost is deleted 90 days after it was stored, and is then requested again. */
const KEEP_MS = 90 * DAY_MS;

const costSchema = z.object({ cost: z.number(), savedAtMs: z.number() });

/** The API cannot filter cost by mentor here, so a span's cost is the same for all of them. */
const keyOf = (identity: Identity, { startMs, endMs }: Span) =>
  `${identityKey({ ...identity, mentorId: null })} ${startMs}-${endMs}`;

/** Returns the known costs (US dollars) of finished spans; undefined for the others. */
export async function readSpanCosts(
  identity: Identity,
  spans: Span[],
): Promise<(number | undefined)[]> {
  const found = await storedSpans(identity, spans);
  return spans.map((_, index) => {
    const cost = costSchema.safeParse(found[index]);
    return cost.success ? cost.data.cost : undefined;
  });
}

async function storedSpans(identity: Identity, spans: Span[]): Promise<unknown[]> {
  const keys = spans.map((span) => keyOf(identity, span));
  if (identity.isPrivate) {
    return Promise.all(keys.map((key) => entriesFor(identity).read('spans', key)));
  }
  const read = await withCache(async (db) => {
    const { store } = db.transaction('spans');
    return Promise.all(keys.map((key) => store.get(key)));
  });
  return read.ok ? read.value : [];
}

/** Stores the cost of a finished span, which never changes again. */
export const writeSpanCost = (
  identity: Identity,
  span: Span,
  cost: number,
  nowMs = Date.now(),
): Promise<Result<null>> =>
  entriesFor(identity).write('spans', keyOf(identity, span), { cost, savedAtMs: nowMs });

/** Deletes the cost of a span. */
export const dropSpanCost = (identity: Identity, span: Span): Promise<Result<null>> =>
  entriesFor(identity).delete('spans', keyOf(identity, span));

/** Removes the costs of spans that were kept for 90 days, and those whose time is unknown. */
export async function sweepSpans(nowMs: number): Promise<void> {
  await sweepEntries('spans', (value) => {
    const read = costSchema.safeParse(value);
    return !read.success || Math.abs(nowMs - read.data.savedAtMs) >= KEEP_MS;
  });
}
