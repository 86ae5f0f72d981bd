import './build/node20.ts';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['{utils,components,entrypoints,demo,bench,build}/**/*.test.{ts,tsx}'],
    setupFiles: ['./vitest.setup.ts'],
    restoreMocks: true,
    // Vitest leaves a core free otherwise: one of two.
    maxWorkers: '100%',
    // The fuzzers have much to try, and machines differ.
    testTimeout: 20_000,
  },
});
