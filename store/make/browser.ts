import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from '../../demo/browser/chromium';

/** A Chromium that renders images, without extension or network. */
export async function launchDrawing(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // The same colours and glyph edges on every machine.
      '--force-color-profile=srgb',
      '--disable-lcd-text',
      '--font-render-hinting=none',
    ],
  });
}
