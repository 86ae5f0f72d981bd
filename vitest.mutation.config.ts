import './build/node20.ts';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { testsFor } from './build/mutated';

/** The tests of the guards alone: each of their mutants is run against these. */
export default defineConfig({
  resolve: {
    alias: {
      '@': import.meta.dirname,
      'wxt/browser': fileURLToPath(import.meta.resolve('wxt/testing/fake-browser')).replace(
        'testing/fake-browser',
        'virtual/mock-browser',
      ),
    },
  },
  test: {
    include: testsFor(process.env.LENS_MUTATED),
    setupFiles: ['./vitest.setup.ts', './vitest.mutation.setup.ts'],
    // As in vitest.config.ts: a busy machine must not look like a mutant that was found.
    testTimeout: 20_000,
    isolate: false,
    server: { deps: { inline: [/wxt/] } },
    restoreMocks: true,
  },
});
