/**
 * Fetches what the page names as needed soon (see `build/chunks.ts`), without running it. Named as
 * preloads from the start, these files would hold up the very first one.
 */
export function preloadSoon(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="soon"]')) {
    link.rel = 'modulepreload';
  }
}
