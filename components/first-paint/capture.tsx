import { render } from 'preact';
import { likelyPlotWidth } from '@/components/charts/size';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { ageShown } from '@/components/dashboard/model/age';
import { readInputs } from '@/components/dashboard/model/inputs';
import { isWhole, type Opening, parseOpening } from '@/components/dashboard/model/opening';
import type { Layout } from '@/components/ui/layout';
import { nextBoundaryMs } from '@/utils/cards/boundaries';
import { cardsDrawn } from '@/utils/cards/state';
import { FRESH_MS } from '@/utils/figures/time/age';
import { readRecords } from '@/utils/store/keys/vault-db';
import type { FirstPaint } from '@/utils/store/snapshots/first-paint';
import { dropFirstPaint, writeFirstPaint } from '@/utils/store/snapshots/first-paint-cache';
import { snapshotKey } from '@/utils/store/snapshots/snapshot';
import { cacheKeyOf } from './cache-key';
import { treeOf } from './dom-tree';
import { nameOf } from './show';

/**
 * Keeps, for the next opening, what this page would show first if it were opened now: the dashboard is
 * drawn once more, apart from the page, from all that an opening reads. `last` names the first paint that
 * was kept or shown last; nothing is done where it is still the one. Returns what names it now.
 */
export async function captureFirstPaint(layout: Layout, last: string): Promise<string> {
  const inputs = readInputs();
  const [opening, cacheKey] = await Promise.all([
    parseOpening(inputs, layout),
    cacheKeyOf(inputs, layout),
  ]);
  const { query, snapshot } = opening;
  if (cacheKey === null || !query || !snapshot || !isWhole(opening)) return last;
  const mentorName = opening.mentor?.name ?? '';
  const kept = nameOf({ cacheKey, paint: { savedAtMs: snapshot.savedAtMs, mentorName } });
  if (kept === last) return last;
  const tree = treeOf(drawnApart(layout, opening));
  const times = cardsDrawn(snapshot.cards, query.cards).flatMap(
    (name) => snapshot.cards[name]?.fetchedAtMs ?? [],
  );
  const nowMs = Date.now();
  const paint: FirstPaint = {
    tree: JSON.stringify(tree),
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    mentorName,
    plotWidth: likelyPlotWidth(),
    snapshotKey: snapshotKey(query.identity, query.range),
    savedAtMs: snapshot.savedAtMs,
    ...agesOf(Math.min(...times)),
    oldestMs: Math.min(...times),
    newestMs: Math.max(...times),
    untilMs: nextBoundaryMs(snapshot.cards, nowMs),
  };
  const written = await writeFirstPaint(cacheKey, paint, nowMs);
  // Everything may have been deleted since the keys were read: nothing of it must come back.
  const isStill = JSON.stringify(await readRecords()) === JSON.stringify(await inputs.records);
  if (!isStill) await dropFirstPaint(cacheKey);
  return written.ok && isStill ? kept : last;
}

/** The texts for the figures' future age, so that no text has to be formatted when they are shown. */
function agesOf(fetchedAtMs: number): Pick<FirstPaint, 'ages' | 'asking'> {
  const said = (ageMs: number, busy: boolean) =>
    ageShown(fetchedAtMs, { nowMs: fetchedAtMs + ageMs, busy }).text;
  const minutes = Array.from({ length: FRESH_MS / 60_000 }, (_, minute) => minute);
  return { ages: minutes.map((minute) => said(minute * 60_000, false)), asking: said(0, true) };
}

/** The first paint of an opening, drawn outside of the page and removed before any of its effects runs. */
function drawnApart(layout: Layout, opening: Opening): Element {
  const place = document.createElement('div');
  render(<Dashboard layout={layout} opening={opening} />, place);
  const [main] = place.children;
  if (!main) throw new Error('a dashboard is an element');
  const copy = main.cloneNode(true);
  render(null, place);
  if (!(copy instanceof Element)) throw new Error('a dashboard is an element');
  return copy;
}
