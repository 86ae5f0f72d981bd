import { hydrate, render } from 'preact';
import { loadChartJsOnApproach } from '@/components/charts/load-chart-js';
import { knowPlotWidth } from '@/components/charts/size';
import type { Inputs } from '@/components/dashboard/model/inputs';
import type { Layout } from '@/components/ui/layout';
import { preloadLazy } from '@/components/ui/lazy';
import { preparePage } from '@/components/ui/prepare-page';
import { isTrueFor } from '@/utils/store/snapshots/first-paint';
import { snapshotKey } from '@/utils/store/snapshots/snapshot';
import { Dashboard } from '../dashboard/Dashboard';
import { isWhole, type Opening, parseOpening } from '../dashboard/model/opening';
import { KeepFirstPaint } from './KeepFirstPaint';
import { nameOf, type ValidFirstPaint } from './show';

/** Longer than reading takes; after it a skeleton is better than nothing. */
const PATIENCE_MS = 120;

/** What is there already: what was read, and the first paint that stands, once it has been painted. */
interface Begun {
  inputs: Inputs;
  shown: ValidFirstPaint | null;
  painted: Promise<void>;
}

/**
 * Draws the dashboard, with the figures in its very first paint where they are read in time; where that
 * stands already, takes over its elements. What was read too late is read again by the dashboard itself.
 */
export async function mountDashboard(layout: Layout, begun: Begun): Promise<void> {
  const { inputs, shown, painted } = begun;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const read = shown && { snapshotKey: shown.paint.snapshotKey, entry: shown.snapshot };
  const parsed = parseOpening(inputs, layout, read).catch(() => null);
  // A first paint that stands is better than a skeleton, however long that takes.
  const opening = await (shown ? parsed : Promise.race([parsed, late]));
  await painted;
  const kept = shown && opening && isOf(shown, opening) ? shown : null;
  const dashboard = (
    <Dashboard layout={layout} opening={opening}>
      {(settled) => (
        <KeepFirstPaint layout={layout} settled={settled} kept={kept && nameOf(kept)} />
      )}
    </Dashboard>
  );
  if (kept) {
    knowPlotWidth(kept.paint.plotWidth);
    hydrate(dashboard, document.body);
  } else {
    preparePage();
    // What says why there are no figures, or not all, belongs to the first paint where it is needed.
    if (opening && !isWhole(opening)) await preloadLazy();
    document.body.replaceChildren();
    render(dashboard, document.body);
  }
  loadChartJsOnApproach();
  // What only a click needs is there before the click.
  for (const approach of ['pointerover', 'keydown']) {
    addEventListener(approach, preloadLazy, { once: true });
  }
}

/** Whether a first paint shows what would be drawn now: it was found by all that decides it but this. */
const isOf = ({ paint }: ValidFirstPaint, opening: Opening): boolean =>
  isWhole(opening) &&
  opening.query !== null &&
  isTrueFor(paint, {
    snapshotKey: snapshotKey(opening.query.identity, opening.query.range),
    savedAtMs: opening.snapshot?.savedAtMs,
    mentorName: opening.mentor?.name ?? '',
    nowMs: Date.now(),
  });
