import { browser } from 'wxt/browser';

/**
 * Whether the browser lets us access the hosts of an origin pattern; null where it did not answer,
 * even when asked twice. That means unknown and not "no", as the question fails in a worker that is
 * being stopped.
 */
export async function isGranted(origin: string): Promise<boolean | null> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return await browser.permissions.contains({ origins: [origin] });
    } catch {
      // Asked once more; after that the answer is unknown.
    }
  }
  return null;
}
