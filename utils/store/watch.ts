import { browser } from 'wxt/browser';

// This file imports no schemas, because the worker listens before it has loaded them.

/** Calls back after every change of a stored item by any page; returns a function that stops it. */
export function watchStored(key: string, onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.hasOwn(changes, key)) onChange();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Calls back when the policy changes; returns a function that stops it. */
export function watchPolicy(onChange: () => void): () => void {
  browser.storage.managed?.onChanged?.addListener(onChange);
  return () => browser.storage.managed?.onChanged?.removeListener(onChange);
}
