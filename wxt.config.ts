import { defineConfig } from 'wxt';
import { pageChunks } from './build/chunks';
import { hostConstants, manifest } from './build/manifest';
import { nativeBrowser } from './build/native-browser';
import { stripInnerHtml } from './build/strip-inner-html';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest,
  zip: {
    // A reviewer gets what the package is made of; the rest says nothing about it.
    excludeSources: [
      '{.github,bench,coverage,demo,e2e,reports,store}/**',
      '{vitest*,stryker*,knip,biome}.*',
    ],
  },
  vite: ({ browser }) => ({
    define: hostConstants,
    plugins: [nativeBrowser(browser), stripInnerHtml(), pageChunks()],
    build: {
      modulePreload: { polyfill: false },
      // Two builds are the same to the byte, and a reviewer can read what was shipped.
      reportCompressedSize: false,
    },
  }),
});
