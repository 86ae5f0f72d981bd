import { openPage } from '../demo/browser/open';
import { runningWorker } from '../demo/browser/worker';
import { note, type Samples } from './measure';
import { APP_PAGE, type BenchPlace, openSession } from './session';

const PAINTED = `new Promise((resolve) => {
  const look = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const seen = look();
  if (seen !== undefined) resolve(seen);
  else new PerformanceObserver(() => resolve(look())).observe({ type: 'paint' });
})`;

/**
 * The first contentful paint of the real popup (`action.openPopup()`) over a page, and of an empty
 * extension's real popup in turn; the first after a browser start apart from the warm ones.
 */
export async function measurePopups(place: BenchPlace, samples: Samples, launches: number) {
  for (let launch = 0; launch < launches; launch += 1) {
    const bench = await openSession(place);
    const { context } = bench.session;
    const app = await context.newPage();
    await app.goto(APP_PAGE);
    const paintOf = async (url: string) => {
      const worker = await runningWorker(context, `chrome-extension://${new URL(url).host}`);
      await app.bringToFront();
      const popup = await openPage(context, url, async () => {
        await worker.evaluate('chrome.action.openPopup()');
      });
      const ms = await popup.evaluate<number>(PAINTED);
      await popup.close();
      return ms;
    };
    for (let opening = 0; opening < 5; opening += 1) {
      const first = opening === 0 ? ', first opening' : '';
      note(samples, `empty real popup${first}`, await paintOf(bench.empty('popup.html')));
      note(
        samples,
        `real popup, first contentful paint${first}`,
        await paintOf(bench.lens('popup.html')),
      );
    }
    await bench.close();
  }
}
