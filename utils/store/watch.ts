import { browser } from 'wxt/browser';

// Without the schemas of what is watched: the worker listens before it has loaded them.

/** Calls back after every change of a stored item, whoever made it; returns how to stop. */
export function watchStored(key: string, onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.hasOwn(changes, key)) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Calls back when the policy changes; returns how to stop. */
export function watchPolicy(onChange: () => void): () => void {
  browser.storage.managed?.onChanged?.addListener(onChange);
  return () => browser.storage.managed?.onChanged?.removeListener(onChange);
}
