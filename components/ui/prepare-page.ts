import { browser } from 'wxt/browser';
import { locale } from '@/utils/say';

/** Language, direction and layout on the root element, before anything is drawn. */
export function preparePage(layout: 'compact' | 'tall' | 'options'): void {
  const root = document.documentElement;
  root.lang = locale();
  root.dir = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  root.dataset.layout = layout;
}
