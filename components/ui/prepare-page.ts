import { locale } from '@/utils/say';

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/;

/** Language and direction on the root element, before anything is drawn; its layout is in the page. */
export function preparePage(): void {
  const root = document.documentElement;
  root.lang = locale();
  // The direction is that of our texts, as a browser in Arabic may show our texts in English.
  root.dir = RIGHT_TO_LEFT.test(root.lang) ? 'rtl' : 'ltr';
}
