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
});
