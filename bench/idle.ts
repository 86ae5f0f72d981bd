import type { CDPSession } from 'playwright-core';
import { note, openTabs, type Samples } from './measure';
import type { BenchSession } from './session';

/** Long enough for ten readings of the tab. */
const SPAN_MS = 20_000;

/**
 * The share of a core (in percent) that a panel takes while nobody touches it and nothing changes: the main
 * threads of the panel and of the page that it follows, less what the page takes alone.
 */
export async function measureIdle(bench: BenchSession, samples: Samples, times: number) {
  const { app } = await openTabs(bench);
  await app.bringToFront();
  const page = await bench.session.context.newCDPSession(app);
  const alone = await busyMs(page);
  const panel = await bench.session.openPanel();
  await panel.waitForSelector('main[data-state="ready"]:not([aria-busy="true"])');
  const ours = await bench.session.context.newCDPSession(panel);
  // Views, parsers and the first paint that is kept are work of the opening.
  await panel.waitForFunction(
    () => performance.getEntriesByName('lens first paint kept').length > 0,
  );
  for (let n = 0; n < times; n += 1) {
    const [inPanel, inPage] = await Promise.all([busyMs(ours), busyMs(page)]);
    note(samples, 'idle panel: panel, share of a core', (100 * inPanel) / SPAN_MS);
    note(samples, 'idle panel: page, share of a core', (100 * (inPage - alone)) / SPAN_MS);
    note(samples, 'idle panel, share of a core', (100 * (inPanel + inPage - alone)) / SPAN_MS);
  }
  await panel.close();
}

/** How long a page's main thread was busy within the span (ms). */
async function busyMs(cdp: CDPSession): Promise<number> {
  const read = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  await cdp.send('Performance.enable');
  const beforeMs = await read();
  await new Promise((resolve) => setTimeout(resolve, SPAN_MS));
  return (await read()) - beforeMs;
}
