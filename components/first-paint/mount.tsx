import { hydrate, render } from 'preact';
import { loadChartJsOnApproach } from '@/components/charts/load-chart-js';
import { knowPlotWidth } from '@/components/charts/size';
import type { Inputs } from '@/components/dashboard/model/inputs';
import type { Layout } from '@/components/ui/layout';
import { preloadLazy } from '@/components/ui/lazy';
import { preparePage } from '@/components/ui/prepare-page';
import { computeAhead } from '@/utils/cards/compute-ahead';
import { isTrueFor } from '@/utils/store/snapshots/first-paint';
import { snapshotKey } from '@/utils/store/snapshots/snapshot';
import { Dashboard } from '../dashboard/Dashboard';
import { askEarly, isWhole, type Opening, parseOpening } from '../dashboard/model/opening';
import { KeepFirstPaint } from './KeepFirstPaint';
import { nameOf, PATIENCE_MS, type ValidFirstPaint } from './show';

/** The data that was read already, and the first paint that is shown, once it has been painted. */
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
  const found = await (shown ? parsed : Promise.race([parsed, late]));
  const opening = found && { ...found, asked: askEarly(found) };
  await painted;
  await computeAhead(opening?.board?.cards ?? {}).catch(console.error);
  const kept = shown && opening && isUpToDate(shown, opening) ? shown : null;
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
    // The explanation of missing figures belongs to the first paint if it is needed.
    if (opening && !isWhole(opening)) await preloadLazy();
    document.body.replaceChildren();
    render(dashboard, document.body);
  }
  loadChartJsOnApproach();
  // Code that only a click needs is loaded before the click.
  for (const approach of ['pointerover', 'keydown']) {
    addEventListener(approach, preloadLazy, { once: true });
  }
}

/** Whether a first paint still matches the current figures and mentor, which its cache key does not include. */
const isUpToDate = ({ paint }: ValidFirstPaint, opening: Opening): boolean =>
  isWhole(opening) &&
  opening.query !== null &&
  isTrueFor(paint, {
    snapshotKey: snapshotKey(opening.query.identity, opening.query.range),
    savedAtMs: opening.snapshot?.savedAtMs,
    mentorName: opening.mentor?.name ?? '',
    nowMs: Date.now(),
  });
