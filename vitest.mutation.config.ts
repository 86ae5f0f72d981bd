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
      'utils/api/{url,named}.test.ts',
      'utils/answer.test.ts',
      'utils/analytics/{export,format}.test.ts',
      'utils/context/{segment,hosts}.test.ts',
      'utils/store/{api-key,snapshots}.test.ts',
      'components/dashboard/screen.test.ts',
      'entrypoints/background/current-key.test.ts',
    ],
    setupFiles: ['./vitest.setup.ts', './vitest.mutation.setup.ts'],
    isolate: false,
    server: { deps: { inline: [/wxt/] } },
    restoreMocks: true,
  },
});
