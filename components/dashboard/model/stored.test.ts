import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readStored } from './stored';

const metas = { active: { last4: '1234', fingerprint: 'f00d', scheme: 'Api-Token' } };

afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(browser, { extension: undefined });
});

it('fault 72: a page of a private window, which has no databases, asks the worker for what may be shown of keys', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('not in a private window', 'InvalidStateError');
    },
  });
  expect((await readStored()).keyMetas).toBeNull();
  Object.assign(browser, { extension: { inIncognitoContext: true } });
  const sendMessage = vi.fn(async (_: unknown): Promise<unknown> => ({ ok: true, value: metas }));
  Object.assign(browser.runtime, { id: 'lens', sendMessage });
  expect((await readStored()).keyMetas).toEqual(metas);
  expect(sendMessage).toHaveBeenCalledWith({ command: 'keyMetas', args: {} });
  sendMessage.mockResolvedValue({ ok: false, failure: { kind: 'storage' } });
  expect((await readStored()).keyMetas).toBeNull();
});
