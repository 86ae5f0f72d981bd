import { hydrate, render } from 'preact';
import { loadChartJs } from '@/components/charts/load-chart-js';
import { knowPlotWidth } from '@/components/charts/size';
import type { Inputs, Layout } from '@/components/first-paint/inputs';
import { nameOf, type ValidFirstPaint } from '@/components/first-paint/show';
import { preloadLazy } from '@/components/ui/lazy';
import { nextPaint } from '@/components/ui/next-paint';
import { preparePage } from '@/components/ui/prepare-page';
import { snapshotKey } from '@/utils/store/snapshots/snapshots';
import { Dashboard } from './Dashboard';
import { isWhole, type Opening, parseOpening } from './model/opening';

/** Longer than reading takes; after it a skeleton is better than nothing. */
const PATIENCE_MS = 120;

/** What is there already: what was found, and the picture that stands, once it has been painted. */
interface Begun {
  found: Inputs;
  shown: ValidFirstPaint | null;
  painted: Promise<void>;
}

/**
 * Draws the dashboard, with the figures in its very first picture where they are read in time; where
 * that picture stands already, takes over its elements. What was read too late is read again by the
 * dashboard itself.
 */
export async function mountDashboard(layout: Layout, begun: Begun): Promise<void> {
  const { found, shown, painted } = begun;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const opening = parseOpening(found, shown).catch(() => null);
  // A picture that stands is better than a skeleton, however long that takes.
  const known = await (shown ? opening : Promise.race([opening, late]));
  await painted;
  if (shown && known && isOf(shown, known)) {
    loadChartJs();
    knowPlotWidth(shown.picture.plotWidth);
    const name = nameOf(shown.sign, shown.picture);
    hydrate(<Dashboard layout={layout} opening={known} shown={name} />, document.body);
  } else {
    preparePage();
    // What says why there are no figures, or not all, belongs to the first picture where it is needed.
    if (known && !isWhole(known)) await preloadLazy();
    document.body.replaceChildren();
    render(<Dashboard layout={layout} opening={known} />, document.body);
  }
  nextPaint().then(loadChartJs);
  // What only a click needs is there before the click.
  for (const approach of ['pointerover', 'keydown']) {
    addEventListener(approach, preloadLazy, { once: true });
  }
}

/** Whether a picture shows what would be drawn now: it was found by all that decides it but the time. */
const isOf = ({ picture }: ValidFirstPaint, opening: Opening): boolean =>
  isWhole(opening) &&
  opening.query !== null &&
  (opening.mentor?.name ?? '') === picture.mentorName &&
  snapshotKey(opening.query.identity, opening.query.range) === picture.snapshotKey &&
  opening.snapshot?.savedAtMs === picture.savedAtMs;
