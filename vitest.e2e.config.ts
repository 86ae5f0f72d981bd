import './build/node20.ts';
import { defineConfig } from 'vitest/config';

// A file has a browser of its own, with its own focus. Two at a time: many tests wait for the browser.
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    maxWorkers: 2,
    // On a busy computer a browser loses an event now and then. Twice in a row is no chance.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
