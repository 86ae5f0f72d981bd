import './build/node20.ts';
import { defineConfig } from 'vitest/config';

/** The tests of the built extension, its packages and the store texts: none of them opens a browser. */
export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['checks/**/*.build.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
