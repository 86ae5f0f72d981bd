import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeProfile, fakeSettings } from './fake-profile';
import { type Policy, underPolicy } from './policy';
import { INITIAL_SETTINGS } from './settings';
import { isRuledOut, readSettingsFile, withPortable, writeSettingsFile } from './settings-file';

const acme = fakeProfile({ keyOwner: 'grace', monthlyBudget: 50.25 });
const beta = fakeProfile({ id: 'b', name: 'Beta', organization: 'beta', user: 'ada' });
const { id: _, ...portable } = acme;
const file = (overrides: object = {}, lens: unknown = 1) =>
  JSON.stringify({ lens, profiles: [{ ...portable, ...overrides }] });

describe('a file of settings', () => {
  it('is read as it was written', () => {
    const { id: _, ...second } = beta;
    const text = writeSettingsFile(fakeSettings(acme, beta));
    expect(readSettingsFile(text)).toEqual({ ok: true, profiles: [portable, second] });
    expect(readSettingsFile(`\ufeff${text}`).ok).toBe(true);
  });

  it('takes the chosen cards along, and is whole without them', () => {
    const cards = { popup: ['cost'], panel: null };
    const text = writeSettingsFile(fakeSettings(acme), cards);
    expect(readSettingsFile(text)).toEqual({ ok: true, profiles: [portable], cards });
    const damaged = JSON.stringify({ ...JSON.parse(text), cards: { popup: 7 } });
    expect(readSettingsFile(damaged)).toMatchObject({ cards: { popup: null, panel: null } });
  });

  it('holds no more than what it names, and never a key', () => {
    const more = { ...acme, apiKey: 'c0ffee' };
    const { profiles } = JSON.parse(writeSettingsFile(fakeSettings(more)));
    expect(Object.keys(profiles[0])).toEqual([
      'name',
      'organization',
      'baseUrl',
      'user',
      'keyOwner',
      'monthlyBudget',
    ]);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"lens":1}',
    '{"lens":1,"profiles":[]}',
    '{"profiles":[]}',
    file({}, 0),
    file({}, 'x'),
  ])('fault 99: that is broken is refused (%s)', (text) =>
    expect(readSettingsFile(text)).toEqual({ ok: false, text: 'settings_file_broken' }));

  it.each([
    [{ baseUrl: 5 }, 'settings_file_broken'],
    [{ baseUrl: 'http://api.iblai.app' }, 'base_url_https'],
    [{ baseUrl: 'https://me@evil.example' }, 'base_url_credentials'],
    [{ organization: '..' }, 'segment_org'],
    [{ user: 'a/b' }, 'segment_user'],
    [{ keyOwner: 'a?b' }, 'segment_user'],
    [{ monthlyBudget: -1 }, 'budget_not_amount'],
  ])('fault 99: that says %j is refused with the reason', (overrides, text) =>
    expect(readSettingsFile(file(overrides))).toEqual({ ok: false, text }));

  it('fault 99: of a newer version is refused, whatever it holds', () => {
    const newer = { ok: false, text: 'settings_file_newer' };
    expect(readSettingsFile(file({}, 2))).toEqual(newer);
    expect(readSettingsFile('{"lens":2,"profiles":5}')).toEqual(newer);
  });

  it('fault 99, fault 88: with unknown fields is read without them', () => {
    const text = file({ more: 1, apiKey: 'x' }).replace('{"lens"', '{"__proto__":{"a":1},"lens"');
    expect(readSettingsFile(text)).toEqual({ ok: true, profiles: [portable] });
  });

  it('is read or refused, never a throw', () => {
    const anyFile = fc.record({ lens: fc.constant(1), profiles: fc.array(fc.object()) });
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

describe('taking a file over', () => {
  it('updates what is known, adds what is not, and loses nothing', () => {
    const read = readSettingsFile(writeSettingsFile(fakeSettings({ ...acme, user: 'eve' }, beta)));
    const other = fakeProfile({ id: 'c', organization: 'gamma' });
    const { profiles } = withPortable(fakeSettings(acme, other), read.ok ? read.profiles : []);
    expect(profiles).toMatchObject([
      { id: 'active', organization: 'acme', user: 'eve' },
      { id: 'c', organization: 'gamma' },
      { organization: 'beta' },
    ]);
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(3);
  });

  it('takes an organization in another letter case for the same one: there is one key for it', () => {
    const { profiles } = withPortable(fakeSettings(acme), [{ ...portable, organization: 'Acme' }]);
    expect(profiles).toEqual([{ ...acme, organization: 'Acme' }]);
  });

  it('takes the same organization elsewhere for another one: a key goes to no other host', () => {
    const elsewhere = { ...portable, baseUrl: 'https://api.iblai.app/dm' };
    const { profiles } = withPortable(fakeSettings(acme), [elsewhere]);
    expect(profiles).toHaveLength(2);
    expect(profiles[0]).toEqual(acme);
  });

  describe('under a policy', () => {
    const given = { organization: 'acme', baseUrl: acme.baseUrl, keyOwner: 'boss' };
    const ruling = (locked: Policy['locked'] = [], profile: Policy['profile'] = given): Policy => ({
      profile,
      key: null,
      cards: { popup: null, panel: null },
      locked,
    });

    it('leaves the first profile to the policy', () => {
      const { profiles } = withPortable(
        INITIAL_SETTINGS,
        [{ ...portable, organization: 'beta' }],
        ruling(),
      );
      expect(underPolicy(profiles, ruling())).toMatchObject([
        { id: 'active', organization: 'acme', keyOwner: 'boss' },
        { organization: 'beta' },
      ]);
    });

    it('updates that one where the file has it, and fills it in where the policy names no organization', () => {
      const { profiles } = withPortable(INITIAL_SETTINGS, [{ ...portable, user: 'eve' }], ruling());
      expect(profiles).toEqual([{ ...portable, id: 'active', user: 'eve' }]);
      const nameless = withPortable(INITIAL_SETTINGS, [portable], ruling([], { user: 'ada' }));
      expect(nameless.profiles).toEqual([{ ...portable, id: 'active' }]);
    });

    it('is refused where the organization is locked and the file has another one', () => {
      const other = { ...portable, organization: 'gamma' };
      expect(isRuledOut([], [portable, other], ruling(['organization']))).toBe(true);
      expect(isRuledOut([], [portable], ruling(['organization']))).toBe(false);
      expect(isRuledOut([{ ...other, id: 'c' }], [other], ruling(['organization']))).toBe(false);
      expect(isRuledOut([], [other], ruling())).toBe(false);
      expect(isRuledOut([], [other], null)).toBe(false);
    });
  });
});
