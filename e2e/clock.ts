import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfBuild } from './output';

/**
 * A copy of the Chromium build in which it is `nowMs` (epoch ms) now, in the worker and in every page; who
 * asks for it removes it. `clock` is that time as it goes on.
 */
export function buildAt(nowMs: number): { extensionDir: string; clock: () => number } {
  const extensionDir = copyOfBuild('chrome');
  const shiftMs = nowMs - Date.now();
  const script = `(() => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(Real.now() + ${shiftMs});
      else super(...given);
    }
    static now() {
      return Real.now() + ${shiftMs};
    }
  };
})();
`;
  writeFileSync(join(extensionDir, 'clock.js'), script);
  edit(extensionDir, 'background.js', (text) => script + text);
  for (const page of readdirSync(extensionDir).filter((name) => name.endsWith('.html'))) {
    edit(extensionDir, page, (text) =>
      text.replace('<head>', '<head><script src="/clock.js"></script>'),
    );
  }
  return { extensionDir, clock: () => Date.now() + shiftMs };
}

function edit(dir: string, file: string, change: (text: string) => string): void {
  const path = join(dir, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
