// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { preparePage } from './prepare-page';

it.each([
  ['es-MX', 'en', 'en', 'ltr'],
  ['ar-EG', 'en', 'en', 'ltr'],
  ['fa', 'en', 'en', 'ltr'],
  ['he', 'he', 'he', 'rtl'],
  ['en-GB', 'en', 'en-GB', 'ltr'],
])('a browser in %s with texts in %s has a page in %s, from %s', (browsers, texts, lang, dir) => {
  browser.i18n.getUILanguage = () => browsers;
  browser.i18n.getMessage = () => texts;
  preparePage();
  expect(document.documentElement).toMatchObject({ lang, dir });
});
