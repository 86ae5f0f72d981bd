import { render } from 'preact';
import { likelyPlotWidth } from '@/components/charts/size';
import { Dashboard } from '@/components/dashboard/Dashboard';
import { ageShown } from '@/components/dashboard/model/age';
import { isWhole, type Opening, parseOpening } from '@/components/dashboard/model/opening';
import { FRESH_MS } from '@/utils/figures/age';
import { DAY_MS, HOUR_MS } from '@/utils/figures/range';
import { type FirstPaint, writeFirstPaint } from '@/utils/store/snapshots/first-paint-cache';
import { snapshotKey } from '@/utils/store/snapshots/snapshots';
import { cacheKeyOf } from './cache-key';
import { treeOf } from './dom-tree';
import { type Layout, readInputs } from './inputs';
import { nameOf } from './show';

/**
 * Keeps, for the next opening, what this page would show first if it were opened now: the dashboard is
 * drawn once more, apart from the page, from all that an opening reads. `last` names the picture that
 * was kept or shown last; nothing is done where it is still the one. Returns what names it now.
 */
export async function captureFirstPaint(layout: Layout, last: string): Promise<string> {
  const found = readInputs();
  const [opening, sign] = await Promise.all([parseOpening(found), cacheKeyOf(found, layout)]);
  const { query, snapshot } = opening;
  if (sign === null || !query || !snapshot || !isWhole(opening)) return last;
  const mentorName = opening.mentor?.name ?? '';
  const kept = nameOf(sign, { ...snapshot, mentorName });
  if (kept === last) return last;
  const tree = treeOf(drawnApart(layout, opening));
  const times = Object.values(snapshot.cards).flatMap((card) => card?.fetchedAtMs ?? []);
  const nowMs = Date.now();
  const picture: FirstPaint = {
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
    untilMs: closingMs(opening, nowMs),
  };
  return (await writeFirstPaint(sign, picture, nowMs)).ok ? kept : last;
}

/** What will be said of the figures' age, so that nothing has to be written in words when they are shown. */
function agesOf(fetchedAtMs: number): Pick<FirstPaint, 'ages' | 'asking'> {
  const said = (ageMs: number, busy: boolean) =>
    ageShown(fetchedAtMs, { nowMs: fetchedAtMs + ageMs, busy }).text;
  const minutes = Array.from({ length: FRESH_MS / 60_000 }, (_, minute) => minute);
  return { ages: minutes.map((minute) => said(minute * 60_000, false)), asking: said(0, true) };
}

/** The first picture of an opening, in no page: taken off before any of its effects has run. */
function drawnApart(layout: Layout, opening: Opening): Element {
  const place = document.createElement('div');
  render(<Dashboard layout={layout} opening={opening} />, place);
  const [main] = place.children;
  if (!main) throw new Error('a dashboard is an element');
  const picture = main.cloneNode(true);
  render(null, place);
  if (!(picture instanceof Element)) throw new Error('a dashboard is an element');
  return picture;
}

/** When the buckets that run at `nowMs` end: until then the same figures are drawn in the same way. */
function closingMs({ board }: Opening, nowMs: number): number {
  const { cohorts, cost, feedback } = board?.cards ?? {};
  const bounds = [cohorts, cost, feedback].flatMap((card) =>
    card?.data ? [card.data.period.startMs, card.data.period.endMs] : [],
  );
  const spans = cost?.data?.spans ?? [];
  const hourly = [cohorts, cost, feedback].some(
    (card) => card?.data?.period.aggregation === 'hourly',
  );
  const byDay = [...bounds, ...spans.map(({ startMs }) => startMs)].every(
    (ms) => ms % DAY_MS === 0,
  );
  const unitMs = byDay && !hourly ? DAY_MS : HOUR_MS;
  return (Math.floor(nowMs / unitMs) + 1) * unitMs;
}
