import { describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { locale, say } from './say';

describe('texts', () => {
  it('fills values in', () => {
    expect(say('failure_server', 503)).toContain('503');
  });

  it("formats in the browser's locale only when it speaks the language of the texts", () => {
    browser.i18n.getUILanguage = () => 'en-GB';
    expect(locale()).toBe('en-GB');
    browser.i18n.getUILanguage = () => 'de-AT';
    expect(locale()).toBe('en');
  });

  it.each([
    'en-US@posix',
    'en-',
    'en-U',
    '',
  ])('does without a locale that Intl refuses: %j', (language) => {
    browser.i18n.getUILanguage = () => language;
    expect(locale()).toBe('en');
  });

  it.each([
    'fa',
    'ar-EG',
    'he',
    'th-u-ca-buddhist',
    'ja-JP-u-ca-japanese',
  ])('has the digits and the calendar of the texts in a browser in %s', (language) => {
    browser.i18n.getUILanguage = () => language;
    const day = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' });
    expect(day.format(Date.UTC(2026, 10, 3))).toBe('Nov 3, 2026');
  });
});
