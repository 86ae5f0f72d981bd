import { browser } from 'wxt/browser';
import type { Copied } from '@/utils/figures/export/clipboard';
import { say } from '@/utils/say';

/** What spreadsheets beside this browser most likely read: its own language, whatever that of the texts. */
export const sheetLocale = (): string => browser.i18n.getUILanguage();

/** What the two ends of a stretch of time are called. */
export const ends = () => ({ start: say('ui_range_from'), end: say('ui_range_to') });

/** Puts a table on the clipboard, as cells and as text; what to say afterwards. */
export async function copyTable({ html, text }: Copied): Promise<string> {
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  try {
    await navigator.clipboard.write([item]);
    return say('ui_copied');
  } catch {
    return say('ui_copy_failed');
  }
}
