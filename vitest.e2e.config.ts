import './build/node20.ts';
import { defineConfig } from 'vitest/config';

// One browser at a time: the tests share two cores, and the popup closes when its window loses focus.
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
