import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanApiKey } from './api-key';

const KEY = `${'c0ffee'.repeat(10)}1234`;

describe('fault 90: a pasted key', () => {
  it.each([
    `Api-Token ${KEY}`,
    `Authorization: Api-Token ${KEY}`,
    `"${KEY}"`,
    `  ${KEY}\r\n`,
    `Token: ${KEY};`,
    `“${KEY}”`,
    `\u200b${KEY}\ufeff`,
    KEY,
  ])('%j is cleaned', (text) => expect(cleanApiKey(text)).toEqual({ ok: true, key: KEY }));

  it.each([
    `authorization:api-token:${KEY}`,
    `bearer=${KEY}`,
    `Api-Key  ${KEY}`,
    `'${KEY}',`,
    `\`${KEY}\``,
    `\u2018${KEY}\u2019`,
    `\t${KEY}\u2060`,
    `\u200b\u200f${KEY}`,
  ])('%j is cleaned', (text) => expect(cleanApiKey(text)).toEqual({ ok: true, key: KEY }));

  it.each(['x'.repeat(512), 'token', 'tokenish', 'a:b"c', '!~'])('%j stays what it is', (text) =>
    expect(cleanApiKey(text)).toEqual({ ok: true, key: text }));

  it('of the longest kind may have much around it, and no more', () => {
    const key = 'x'.repeat(512);
    expect(cleanApiKey(key.padEnd(2048))).toEqual({ ok: true, key });
    expect(cleanApiKey('x'.padEnd(2049))).toEqual({ ok: false, text: 'api_key_too_long' });
    expect(cleanApiKey('x'.repeat(513))).toEqual({ ok: false, text: 'api_key_too_long' });
  });

  it.each([
    ['', 'api_key_empty'],
    ['Api-Token ', 'api_key_empty'],
    ['abc def', 'api_key_unusable'],
    ['abc\ndef', 'api_key_unusable'],
    ['clé', 'api_key_unusable'],
    ['x'.repeat(600), 'api_key_too_long'],
    ['x'.repeat(70_000), 'api_key_too_long'],
  ])('%j is refused with its reason', (text, reason) =>
    expect(cleanApiKey(text)).toEqual({ ok: false, text: reason }));

  it('is always fit for a header, or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const cleaned = cleanApiKey(text);
        if (cleaned.ok)
          expect(() => new Headers({ Authorization: `Api-Token ${cleaned.key}` })).not.toThrow();
      }),
    );
  });
});
