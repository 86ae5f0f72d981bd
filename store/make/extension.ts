import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locale } from './locales';

const BUILT = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/**
 * A copy of the built extension that speaks one language. Chromium on Linux takes its language from
 * packages that are rarely there, and then has English alone: so the texts take English's place.
 */
export function extensionIn(locale: Locale): string {
  const copy = mkdtempSync(join(tmpdir(), 'lens-store-'));
  cpSync(BUILT, copy, { recursive: true });
  cpSync(
    join(BUILT, '_locales', locale, 'messages.json'),
    join(copy, '_locales', 'en', 'messages.json'),
  );
  return copy;
}
