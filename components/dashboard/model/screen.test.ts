import { describe, expect, it } from 'vitest';
import { fakeProfile, fakeSettings } from '@/utils/store/settings/fake-profile';
import type { Profile } from '@/utils/store/settings/profile';
import { INITIAL_SETTINGS } from '@/utils/store/settings/settings';
import type { Detection } from '@/utils/tab/active-tab';
import type { PageContext } from '@/utils/tab/page';
import { pageKey } from './mismatch';
import { type Known, screenOf } from './screen';

const fakePage = (overrides: Partial<PageContext> = {}): PageContext => ({
  host: 'os.ibl.ai',
  user: { name: 'ada', displayName: 'Ada Lovelace' },
  org: { key: 'acme', name: 'Acme University' },
  mentor: { idOrSlug: 'statistics', name: null },
  from: 'local-storage',
  ...overrides,
});

const onPage = (page: Partial<PageContext> = {}): Detection => ({
  state: 'page',
  tabId: 1,
  page: fakePage(page),
});

const keyMeta = (fingerprint: string) => ({
  last4: 'cdef',
  fingerprint,
  scheme: 'Api-Token' as const,
});

function known(profile: Partial<Profile>, detection: Detection | null, more: Partial<Known> = {}) {
  return screenOf({
    settings: { state: 'ok', settings: { ...INITIAL_SETTINGS, profiles: [fakeProfile(profile)] } },
    keyMetas: { active: keyMeta('f') },
    detection,
    acceptedPageKey: null,
    ...more,
  });
}

describe('screenOf', () => {
  it('waits for the stores, then for the tab', () => {
    expect(known({}, onPage(), { settings: null }).kind).toBe('opening');
    expect(known({}, onPage(), { keyMetas: undefined }).kind).toBe('opening');
    expect(known({}, null).kind).toBe('opening');
  });

  it('asks for a set-up without a key or an organization, whatever the tab is', () => {
    expect(known({}, null, { keyMetas: {} }).kind).toBe('setup');
    expect(known({ organization: '' }, null).kind).toBe('setup');
    const site = {
      state: 'other-site',
      tabId: 1,
      origin: 'https://a.b/*',
      page: fakePage(),
    } as const;
    expect(known({}, site, { keyMetas: {} })).toEqual({ kind: 'setup', origin: 'https://a.b/*' });
    const denied = { state: 'no-access', origin: 'https://*.iblai.org/*' } as const;
    expect(known({}, denied, { keyMetas: {} })).toMatchObject({ origin: denied.origin });
  });

  it('shows the sample without key and page', () => {
    const settings = { state: 'ok', settings: { ...INITIAL_SETTINGS, sample: true } } as const;
    expect(known({}, null, { settings, keyMetas: {} }).kind).toBe('sample');
  });

  it('says that settings cannot be read, and sets nothing up over them', () => {
    const screen = known({}, onPage(), { settings: { state: 'newer' }, keyMetas: {} });
    expect(screen).toEqual({ kind: 'settings-unreadable', reason: 'newer' });
  });

  it('asks nobody to set up again what could not be read', () => {
    const unread = { kind: 'settings-unreadable', reason: 'unread' };
    expect(known({}, onPage(), { keyMetas: null })).toEqual(unread);
    expect(known({}, onPage(), { settings: { state: 'unread' } })).toEqual(unread);
  });

  it('says of a page that gave no reading that nothing is known of it', () => {
    const host = 'os.ibl.ai';
    expect(known({}, { state: 'unreadable', host })).toEqual({ kind: 'unreadable', host });
    expect(known({ user: 'grace' }, { state: 'unreadable', host }).kind).toBe('figures');
  });

  it("shows the page's user in the key's organization", () => {
    expect(known({}, onPage())).toMatchObject({
      kind: 'figures',
      keyFingerprint: 'f',
      who: {
        user: 'ada',
        displayName: 'Ada Lovelace',
        org: 'acme',
        orgName: 'Acme University',
        mentor: { idOrSlug: 'statistics' },
        from: 'page',
      },
    });
  });

  it('lets a typed user win, and says so', () => {
    expect(known({ user: 'grace' }, onPage())).toMatchObject({
      kind: 'figures',
      who: { user: 'grace', displayName: 'grace', from: 'options' },
    });
    const elsewhere: Detection = { state: 'not-ibl', host: null, canAsk: null };
    expect(known({ user: 'grace' }, elsewhere)).toMatchObject({
      kind: 'figures',
      who: { user: 'grace', mentor: null },
    });
  });

  it('stops at a page of another organization until the click, which counts for that page', () => {
    const page = { org: { key: 'globex', name: 'Globex' } };
    const stopped = known({}, onPage(page));
    expect(stopped).toMatchObject({
      kind: 'org-mismatch',
      keyOrg: 'acme',
      who: { org: 'globex', orgName: 'Globex', user: 'ada' },
    });
    const acceptedPageKey = pageKey(fakePage(page));
    expect(known({}, onPage(page), { acceptedPageKey })).toMatchObject({
      kind: 'figures',
      // Not the foreign page's mentor: the key's organization does not have it.
      who: { org: 'acme', user: 'ada', mentor: null },
    });
    const another = { ...page, user: { name: 'bob', displayName: 'Bob' } };
    expect(known({}, onPage(another), { acceptedPageKey }).kind).toBe('org-mismatch');
  });

  it('stops at a foreign page even for a typed user', () => {
    const page = { org: { key: 'globex', name: null } };
    expect(known({ user: 'grace' }, onPage(page)).kind).toBe('org-mismatch');
  });

  it.each<[Detection, string]>([
    [{ state: 'signed-out', tabId: 1, host: 'os.ibl.ai' }, 'signed-out'],
    [{ state: 'not-ibl', host: null, canAsk: null }, 'not-ibl'],
    [{ state: 'other-site', tabId: 1, origin: 'https://a.b/*', page: fakePage() }, 'other-site'],
    [{ state: 'no-access', origin: 'https://os.ibl.ai/*' }, 'no-access'],
    [onPage({ user: null }), 'signed-out'],
  ])('says why nobody is known (%#)', (detection, kind) => {
    expect(known({}, detection).kind).toBe(kind);
  });

  describe('with several organizations', () => {
    const settings = fakeSettings(
      fakeProfile(),
      fakeProfile({ id: 'b', organization: 'beta', baseUrl: 'https://api.iblai.app/dm' }),
    );
    const keyMetas = { active: keyMeta('f'), b: keyMeta('g') };
    const on = (key: string | null, metas: Known['keyMetas'] = keyMetas) =>
      known({}, onPage({ org: key === null ? null : { key, name: null } }), {
        settings: { state: 'ok', settings },
        keyMetas: metas,
      });

    it('looks at each page with the key of its own organization', () => {
      expect(on('acme')).toMatchObject({ who: { org: 'acme' }, keyFingerprint: 'f' });
      expect(on('beta')).toMatchObject({
        who: { org: 'beta' },
        keyFingerprint: 'g',
        profile: { baseUrl: 'https://api.iblai.app/dm' },
      });
    });

    it('takes the first for a page that names none, and asks on that of a third', () => {
      expect(on(null)).toMatchObject({ kind: 'figures', keyFingerprint: 'f' });
      expect(on('gamma')).toMatchObject({ kind: 'org-mismatch', keyOrg: 'acme' });
    });

    it('passes over one whose key was never entered', () => {
      expect(on(null, { b: keyMeta('g') })).toMatchObject({ keyFingerprint: 'g' });
      expect(on('acme', { b: keyMeta('g') })).toMatchObject({ kind: 'org-mismatch' });
      expect(on('acme', {})).toEqual({ kind: 'setup', origin: null });
    });
  });

  describe('on a page of another deployment', () => {
    const ai = { host: 'mentor.example.edu', org: { key: 'acme', name: 'Acme of Example' } };

    it('never shows its person over figures of a namesake: stops, and names the base', () => {
      expect(known({}, onPage(ai))).toEqual({
        kind: 'org-mismatch',
        who: {
          user: 'ada',
          displayName: 'Ada Lovelace',
          org: 'acme',
          orgName: 'Acme of Example',
          mentor: null,
          from: 'page',
        },
        keyOrg: 'acme',
        keyBase: 'base.manager.iblai.app',
        pageKey: pageKey(fakePage(ai)),
        remember: { host: ai.host, baseUrl: 'https://base.manager.iblai.app' },
      });
      expect(known({ user: 'ada' }, onPage(ai)).kind).toBe('org-mismatch');
      expect(known({}, onPage({ ...ai, org: null }))).toMatchObject({
        kind: 'org-mismatch',
        who: { org: '', orgName: 'mentor.example.edu' },
      });
    });

    it('shows the key’s figures after the click, with the base, and none of the page’s names', () => {
      const shown = known({ user: 'ada' }, onPage(ai), { acceptedPageKey: pageKey(fakePage(ai)) });
      expect(shown).toMatchObject({
        kind: 'figures',
        who: { displayName: 'ada', orgName: 'acme', mentor: null, base: 'base.manager.iblai.app' },
      });
    });

    it('asks no second time for a site that was allowed, and names the base still', () => {
      const baseUrl = 'https://base.manager.iblai.app';
      const on = (page: Partial<PageContext>, host: string = ai.host) => {
        const settings = { ...fakeSettings(), allowedPages: [{ host, baseUrl }] };
        return known({}, onPage(page), { settings: { state: 'ok', settings } });
      };
      expect(on(ai)).toMatchObject({
        kind: 'figures',
        who: { user: 'ada', orgName: 'Acme of Example', base: 'base.manager.iblai.app' },
      });
      expect(on(ai, 'www.example.edu').kind).toBe('org-mismatch');
      const secret: Detection = { state: 'page', tabId: 1, isPrivate: true, page: fakePage(ai) };
      expect(known({}, secret)).toMatchObject({ kind: 'org-mismatch', remember: undefined });
      const other = on({ ...ai, org: { key: 'globex', name: null } });
      expect(other.kind).toBe('org-mismatch');
      expect(other).not.toHaveProperty('remember');
    });

    it('is content with a base of its own domain, and names none', () => {
      const own = known({ baseUrl: 'https://base.manager.example.edu' }, onPage(ai));
      expect(own).toMatchObject({ kind: 'figures', who: { orgName: 'Acme of Example' } });
      expect(own.kind === 'figures' && own.who.base).toBeUndefined();
    });

    it('takes the profile of its own deployment, whatever stands before it, and names the base', () => {
      const baseUrl = 'https://base.manager.example.edu';
      const settings = fakeSettings(fakeProfile(), fakeProfile({ id: 'b', baseUrl }));
      const keyMetas = { active: keyMeta('f'), b: keyMeta('g') };
      const on = (page: Partial<PageContext>) =>
        known({}, onPage(page), { settings: { state: 'ok', settings }, keyMetas });
      expect(on(ai)).toMatchObject({
        kind: 'figures',
        keyFingerprint: 'g',
        who: { base: 'base.manager.example.edu' },
      });
      expect(on({})).toMatchObject({
        kind: 'figures',
        keyFingerprint: 'f',
        who: { base: 'base.manager.iblai.app' },
      });
      expect(on({ host: 'ai.other.edu' })).toMatchObject({ kind: 'org-mismatch' });
      expect(on({ ...ai, org: null })).toMatchObject({ kind: 'figures', keyFingerprint: 'g' });
    });
  });

  describe('an organization in other letters’ case', () => {
    it('is the page’s, and is asked as the page spells it', () => {
      expect(known({ organization: 'Acme' }, onPage())).toMatchObject({
        kind: 'figures',
        who: { org: 'acme', orgName: 'Acme University', mentor: { idOrSlug: 'statistics' } },
      });
    });

    it('gives way to one that is spelled just so', () => {
      const settings = fakeSettings(
        fakeProfile({ organization: 'ACME' }),
        fakeProfile({ id: 'b', organization: 'acme' }),
      );
      const shown = known({}, onPage(), {
        settings: { state: 'ok', settings },
        keyMetas: { active: keyMeta('f'), b: keyMeta('g') },
      });
      expect(shown).toMatchObject({ keyFingerprint: 'g' });
    });
  });

  it('finds the key of each of forty organizations, and stops at the forty-first', () => {
    const orgs = Array.from({ length: 40 }, (_, n) => `3f2504e04f8911d39a0c0305e82c33${n + 10}`);
    const settings = fakeSettings(
      ...orgs.map((organization, n) => fakeProfile({ id: `p${n}`, organization })),
    );
    const keyMetas = Object.fromEntries(orgs.map((_, n) => [`p${n}`, keyMeta(`k${n}`)]));
    const on = (key: string) =>
      known({}, onPage({ org: { key, name: null } }), {
        settings: { state: 'ok', settings },
        keyMetas,
      });
    expect(on(orgs[39] ?? '')).toMatchObject({ kind: 'figures', keyFingerprint: 'k39' });
    expect(on(orgs[7] ?? '')).toMatchObject({ kind: 'figures', keyFingerprint: 'k7' });
    expect(on('uni.ai.dept')).toMatchObject({
      kind: 'org-mismatch',
      who: { org: 'uni.ai.dept', user: 'ada' },
      keyOrg: 'acme',
    });
  });

  it('two people whose names differ by case alone are two people', () => {
    const shown = known(
      { user: 'Ada' },
      onPage({ user: { name: 'ada', displayName: 'Ada Lovelace' } }),
    );
    expect(shown).toMatchObject({ who: { user: 'Ada', displayName: 'Ada' } });
  });

  it('names person and organization as well as is known', () => {
    const who = (settings: Partial<Profile>, page: Partial<PageContext>, more = {}) => {
      const screen = known(settings, onPage(page), more);
      return screen.kind === 'figures' || screen.kind === 'org-mismatch' ? screen.who : null;
    };
    const nameless = { user: { name: 'ada', displayName: '' } };
    expect(who({}, nameless)?.displayName).toBe('ada');
    expect(who({ user: 'ada' }, nameless)?.displayName).toBe('ada');
    expect(who({ user: 'ada' }, {})).toMatchObject({
      displayName: 'Ada Lovelace',
      from: 'options',
    });
    expect(who({}, { org: { key: 'acme', name: null } })?.orgName).toBe('acme');
    expect(who({}, { org: null })).toMatchObject({
      orgName: 'acme',
      mentor: { idOrSlug: 'statistics' },
    });
    const globex = { org: { key: 'globex', name: null } };
    expect(who({}, globex)?.orgName).toBe('globex');
    const acceptedPageKey = pageKey(fakePage(globex));
    expect(who({}, globex, { acceptedPageKey })?.orgName).toBe('acme');
    expect(known({ baseUrl: 'https://api.iblai.app/dm' }, onPage())).toMatchObject({
      profile: { baseUrl: 'https://api.iblai.app/dm' },
    });
  });

  it('remembers a click for one host, person and organization', () => {
    const key = pageKey(fakePage());
    expect(pageKey(fakePage({ mentor: null, from: 'cookies' }))).toBe(key);
    for (const other of [
      { host: 'app.ibl.ai' },
      { user: { name: 'bob', displayName: 'Ada Lovelace' } },
      { user: null },
      { org: { key: 'globex', name: 'Acme University' } },
      { org: null },
    ]) {
      expect(pageKey(fakePage(other))).not.toBe(key);
    }
  });

  it('takes along what each stop needs to be explained', () => {
    expect(known({}, { state: 'not-ibl', host: 'a.b', canAsk: 'https://a.b/*' })).toEqual({
      kind: 'not-ibl',
      host: 'a.b',
      canAsk: 'https://a.b/*',
    });
    expect(known({}, { state: 'signed-out', tabId: 1, host: 'app.ibl.ai' })).toEqual({
      kind: 'signed-out',
      host: 'app.ibl.ai',
    });
    expect(known({}, onPage({ user: null }))).toEqual({ kind: 'signed-out', host: 'os.ibl.ai' });
    const site = { state: 'other-site', tabId: 1, origin: 'https://a.b/*' } as const;
    expect(known({}, { ...site, page: fakePage({ host: 'a.b' }) })).toEqual({
      kind: 'other-site',
      host: 'a.b',
      origin: 'https://a.b/*',
    });
    expect(known({}, { state: 'no-access', origin: 'https://os.ibl.ai/*' })).toEqual({
      kind: 'no-access',
      origin: 'https://os.ibl.ai/*',
    });
  });
});
