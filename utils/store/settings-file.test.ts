import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INITIAL_SETTINGS, type Settings } from './settings';
import { readSettingsFile, writeSettingsFile } from './settings-file';

const settings: Settings = {
  ...INITIAL_SETTINGS,
  organization: 'acme',
  baseUrl: 'https://api.iblai.app/dm',
  keyOwner: 'grace',
};
const file = (overrides: object = {}, lens: unknown = 1) =>
  JSON.stringify({ lens, settings: { ...settings, ...overrides } });

describe('a file of settings', () => {
  it('is read as it was written', () => {
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, settings });
    expect(readSettingsFile(`\ufeff${writeSettingsFile(settings)}`).ok).toBe(true);
  });

  it('holds no more than what it names, and never a key', () => {
    const more = { ...settings, apiKey: 'c0ffee', sample: true };
    expect(Object.keys(JSON.parse(writeSettingsFile(more)).settings)).toEqual([
      'organization',
      'baseUrl',
      'user',
      'keyOwner',
    ]);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"lens":1}',
    '{"settings":{}}',
    file({}, 0),
    file({}, 'x'),
  ])('fault 99: that is broken is refused (%s)', (text) =>
    expect(readSettingsFile(text)).toEqual({ ok: false, text: 'settings_file_broken' }));

  it.each([
    [{ baseUrl: 5 }, 'settings_file_broken'],
    [{ baseUrl: 'http://api.iblai.app' }, 'base_url_https'],
    [{ baseUrl: 'https://evil.example' }, 'base_url_host'],
    [{ organization: '..' }, 'segment_org'],
    [{ user: 'a/b' }, 'segment_user'],
    [{ keyOwner: 'a?b' }, 'segment_user'],
  ])('fault 99: that says %j is refused with the reason', (overrides, text) =>
    expect(readSettingsFile(file(overrides))).toEqual({ ok: false, text }));

  it('fault 99: of a newer version is refused, whatever it holds', () => {
    const newer = { ok: false, text: 'settings_file_newer' };
    expect(readSettingsFile(file({}, 2))).toEqual(newer);
    expect(readSettingsFile('{"lens":2,"settings":[]}')).toEqual(newer);
  });

  it('fault 99, fault 88: with unknown fields is read without them', () => {
    const text = file({ more: 1, sample: true }).replace('{"lens"', '{"__proto__":{"a":1},"lens"');
    const read = readSettingsFile(text);
    expect(read).toEqual({ ok: true, settings });
    expect(Object.keys(read.ok ? read.settings : {})).toEqual(Object.keys(INITIAL_SETTINGS));
  });

  it('is read or refused, never a throw', () => {
    const anyFile = fc.record({ lens: fc.constant(1), settings: fc.object() });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          anyFile.map((v) => JSON.stringify(v)),
        ),
        (text) => typeof readSettingsFile(text).ok === 'boolean',
      ),
    );
  });
});
