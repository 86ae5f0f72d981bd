import './build/node20.ts';
import { defineConfig } from 'vitest/config';

// A file has a browser of its own, with its own focus. Two at a time: many tests wait for the browser.
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
