import { readInputs } from '@/components/dashboard/model/inputs';
import type { Layout } from '@/components/ui/layout';
import { nextPaint } from '@/components/ui/next-paint';
import { preloadSoon } from '@/components/ui/preload-soon';
import { withDeadline } from '@/utils/deadline';
import { warmCache } from '@/utils/store/snapshots/db';
import { holdClicks } from './early-clicks';
import { findFirstPaint, PATIENCE_MS, showFirstPaint } from './show';

/**
 * Opens popup (`compact`) or side panel (`tall`): first what was shown last, where that is still true,
 * then the dashboard itself, which takes over the same elements.
 */
export async function openDashboard(layout: Layout): Promise<void> {
  const handOver = holdClicks();
  // The database is opened now, although its key is not known yet, because both take about the same time.
  warmCache();
  const inputs = readInputs();
  const found = findFirstPaint(inputs, layout).catch(() => null);
  const kept = await withDeadline(found, PATIENCE_MS, () => null);
  const shown = kept !== null && showFirstPaint(kept) ? kept : null;
  preloadSoon();
  const painted = shown ? nextPaint() : Promise.resolve();
  try {
    const { mountDashboard } = await import('./mount');
    await mountDashboard(layout, { inputs, shown, painted });
  } finally {
    handOver();
  }
}
