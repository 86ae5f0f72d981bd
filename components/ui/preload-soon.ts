/**
 * Fetches the files that the page lists as needed soon (see `build/chunks.ts`), without running them. As
 * preloads in the page, these files would delay the very first one.
 */
export function preloadSoon(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="soon"]')) {
    link.rel = 'modulepreload';
  }
}
