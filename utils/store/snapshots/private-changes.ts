import { browser } from 'wxt/browser';
import type { Change } from '../change';

// A file of its own, as pages that read no figures listen too. `private-entries.ts` makes the names.

/**
 * Calls back for every figure and month that is written of private windows: a page of such a window
 * hears no announcements of the worker. Returns a function that stops it.
 */
export function onPrivateChange(callback: (change: Change) => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    for (const name of Object.keys(changes)) {
      const [, store, key = ''] = /^private (\w+) (.*)$/s.exec(name) ?? [];
      if (store === 'months') callback({ kind: 'month' });
      // The key is that of the identity, followed by the range.
      if (store === 'snapshots')
        callback({ kind: 'snapshot', identityKey: key.slice(0, key.lastIndexOf(' ')) });
    }
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
