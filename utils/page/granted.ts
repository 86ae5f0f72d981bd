import { browser } from 'wxt/browser';

/**
 * Whether the browser lets us reach what an origin pattern covers; null where it did not say, even when
 * asked again. That is unknown, and no "no": a question fails in a worker that is being stopped.
 */
export async function isGranted(origin: string): Promise<boolean | null> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return await browser.permissions.contains({ origins: [origin] });
    } catch {
      // Asked once more, then unknown.
    }
  }
  return null;
}
