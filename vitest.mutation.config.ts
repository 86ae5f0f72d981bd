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
      'utils/figures/text/safe-text.test.ts',
      'utils/figures/export/*.test.ts',
      'utils/deployment/{segment,hosts,deployment,published-base}.test.ts',
      'utils/tab/page.test.ts',
      'utils/store/{keys/api-key,keys/keys,settings/policy,snapshots/snapshots}.test.ts',
      'components/dashboard/model/screen.test.ts',
      'utils/api/http/{retry-after,status}.test.ts',
      'utils/cards/cost/gen2.test.ts',
      'utils/store/snapshots/{months,private-entries}.test.ts',
      'entrypoints/background/private-window.test.ts',
      'entrypoints/background/budget/{budget,month,toolbar}.test.ts',
      'entrypoints/background/caller/{current-key,kept-for-key}.test.ts',
      'entrypoints/background/circuit-breaker/circuit-breaker.test.ts',
      'entrypoints/background/refresh/{generations,refresh}.test.ts',
      'entrypoints/background/upkeep/sweep.test.ts',
    ],
    setupFiles: ['./vitest.setup.ts', './vitest.mutation.setup.ts'],
    // As in vitest.config.ts: a busy machine must not look like a mutant that was found.
    testTimeout: 20_000,
    isolate: false,
    server: { deps: { inline: [/wxt/] } },
    restoreMocks: true,
  },
});
