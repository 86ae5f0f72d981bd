import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { work } from '@/entrypoints/background/work';

// A script of its own, so that a start of the worker runs no more than its listeners.
export default defineUnlistedScript({
  main() {
    globalThis.lensWork = work;
  },
});
