import { describe, expect, it } from 'vitest';
import type { Detection } from '@/utils/context/active-tab';
import type { PageContext } from '@/utils/context/page';
import { INITIAL_SETTINGS, type Settings } from '@/utils/store/settings';
import { type Known, pageKey, screenOf } from './screen';

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

function known(
  settings: Partial<Settings>,
  detection: Detection | null,
  more: Partial<Known> = {},
) {
  return screenOf({
    settings: { state: 'ok', settings: { ...INITIAL_SETTINGS, organization: 'acme', ...settings } },
    keyMeta: { last4: 'cdef', fingerprint: 'f', scheme: 'Api-Token' },
    detection,
    acceptedPageKey: null,
    ...more,
  });
}

describe('screenOf', () => {
  it('waits for the stores, then for the tab', () => {
    expect(known({}, onPage(), { settings: null }).kind).toBe('opening');
    expect(known({}, onPage(), { keyMeta: undefined }).kind).toBe('opening');
    expect(known({}, null).kind).toBe('opening');
  });

  it('asks for a set-up without a key or an organization, whatever the tab is', () => {
    expect(known({}, null, { keyMeta: null }).kind).toBe('setup');
    expect(known({ organization: '' }, null).kind).toBe('setup');
  });

  it('shows the sample without key and page', () => {
    expect(known({ sample: true }, null, { keyMeta: null }).kind).toBe('sample');
  });

  it('says that settings cannot be read, and sets nothing up over them', () => {
    const screen = known({}, onPage(), { settings: { state: 'newer' }, keyMeta: null });
    expect(screen).toEqual({ kind: 'settings-unreadable', reason: 'newer' });
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
});
