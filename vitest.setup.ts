import { beforeEach } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from './public/_locales/en/messages.json';

// A busy machine takes longer than a second for what a test waits to see.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/preact');
  configure({ asyncUtilTimeout: 10_000 });
}

// Examples are made before the first test, and have texts too.
browser.i18n.getMessage = getMessage;

// WxtVitest() does not reset the fake browser between tests, and its i18n has no messages.
beforeEach(() => {
  fakeBrowser.reset();
  browser.i18n.getMessage = getMessage;
  browser.i18n.getUILanguage = () => 'en-US';
  browser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Lens', version: '0.0.0' });
});

const table: Record<string, { message: string } | undefined> = messages;

/** The English text, with `$1` to `$9` filled in as the browser does it. */
function getMessage(key: string, substitutions: string | (string | number)[] = []): string {
  const values = [substitutions].flat().map(String);
  const message = table[key]?.message ?? '';
  return message.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
}
