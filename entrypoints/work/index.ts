import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { work } from '@/entrypoints/background/work';

// A separate script, so that a start of the worker runs only its listeners.
export default defineUnlistedScript({
  main() {
    globalThis.lensWork = work;
  },
});
