import { browser } from 'wxt/browser';
import type { Say } from './failure';

/**
 * Returns the text of a key in the browser's language; the default locale is used for a missing
 * text.
 */
export const say: Say = (key, ...values) => browser.i18n.getMessage(key, values.map(String));

/**
 * Returns the locale for numbers, money and dates. It is the browser's own locale when that has the
 * language of the texts (so that en-GB keeps its date format), otherwise the language of the texts,
 * so that both always match.
 */
export function locale(): string {
  const texts = browser.i18n.getMessage('app_locale') || 'en';
  const browsers = browser.i18n.getUILanguage();
  return browsers.split('-')[0] === texts && isUsable(browsers) ? browsers : texts;
}

/** Some systems give locale names that `Intl` refuses, such as `en-US@posix`. */
function isUsable(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
