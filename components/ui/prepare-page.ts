import { browser } from 'wxt/browser';
import { locale } from '@/utils/say';

/** Language and direction on the root element, before anything is drawn; its layout is in the page. */
export function preparePage(): void {
  const root = document.documentElement;
  root.lang = locale();
  root.dir = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
}
