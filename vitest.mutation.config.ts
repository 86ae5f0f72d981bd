import './build/node20.ts';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

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
    include: [
      'utils/api/{url,wire/named}.test.ts',
      'utils/messages/answer.test.ts',
      'utils/figures/format.test.ts',
      'utils/figures/export/*.test.ts',
      'utils/page/{segment,hosts}.test.ts',
      'utils/store/{keys/api-key,snapshots/snapshots}.test.ts',
      'components/dashboard/model/screen.test.ts',
      'entrypoints/background/current-key.test.ts',
    ],
    setupFiles: ['./vitest.setup.ts', './vitest.mutation.setup.ts'],
    isolate: false,
    server: { deps: { inline: [/wxt/] } },
    restoreMocks: true,
  },
});
