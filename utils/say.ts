import { browser } from 'wxt/browser';
import type { Say } from './failure';

/** The text of a key in the browser's language; a missing text falls back to the default locale. */
export const say: Say = (key, ...values) => browser.i18n.getMessage(key, values.map(String));

/**
 * The locale for numbers, money and dates: the browser's own when it speaks the language of the
 * texts (so that en-GB keeps its dates), else the texts' language, so that both always agree.
 */
export function locale(): string {
  const texts = browser.i18n.getMessage('app_locale') || 'en';
  const browsers = browser.i18n.getUILanguage();
  return browsers.split('-')[0] === texts && isUsable(browsers) ? browsers : texts;
}

/** Some systems name locales as `Intl` takes none: `en-US@posix`. */
function isUsable(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
