import { render } from 'preact';
import { loadTheRest } from '@/components/ui/later';
import { preparePage } from '@/components/ui/prepare-page';
import { cardNames } from '@/utils/analytics/card-data';
import { Dashboard } from './Dashboard';
import type { Opening } from './opening';

/** Longer than reading takes; after it a skeleton is better than nothing. */
const PATIENCE_MS = 120;

/**
 * Draws the dashboard, with the figures in its very first picture where they are read in time. What
 * was read too late is read again by the dashboard itself.
 */
export async function mountDashboard(layout: 'compact' | 'tall', opening: Promise<Opening>) {
  preparePage(layout);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const known = await Promise.race([opening.catch(() => null), late]);
  // What says why there are no figures, or not all, belongs to the first picture where it is needed.
  if (known && !isWhole(known)) await loadTheRest();
  render(<Dashboard layout={layout} opening={known} />, document.body);
  requestAnimationFrame(() => setTimeout(loadTheRest));
}

/** Whether figures are all there is to draw. */
const isWhole = ({ board }: Opening): boolean =>
  board !== null && cardNames.every((name) => !board.cards[name]?.failure);
