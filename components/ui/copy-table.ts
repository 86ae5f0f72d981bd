import { browser } from 'wxt/browser';
import type { Copied } from '@/utils/figures/export/clipboard';
import { say } from '@/utils/say';

/** The locale of copied numbers: the browser's own, as the user's spreadsheets most likely use it too. */
export const sheetLocale = (): string => browser.i18n.getUILanguage();

/** The column headings for the start and the end of a time span. */
export const ends = () => ({ start: say('ui_range_from'), end: say('ui_range_to') });

/** Copies a table to the clipboard, as cells and as text; returns the message to show. */
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
