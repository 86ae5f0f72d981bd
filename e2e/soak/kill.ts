import type { Page } from 'playwright-core';

/** Kills the extension's worker, again and again. */
export interface Killer {
  /** Kills the worker if it lives; whether it did. */
  kill: () => Promise<boolean>;
}

/** A killer of the worker behind a page of ours, told by the browser when the worker lives. */
export async function createKiller(page: Page): Promise<Killer> {
  const cdp = await page.context().newCDPSession(page);
  const running = new Set<string>();
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      if (runningStatus === 'running' || runningStatus === 'starting') running.add(versionId);
      else running.delete(versionId);
    }
  });
  await cdp.send('ServiceWorker.enable');
  return {
    kill: async () => {
      const lived = running.size > 0;
      await cdp.send('ServiceWorker.stopAllWorkers');
      return lived;
    },
  };
}
