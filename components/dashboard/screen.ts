import type { Detection } from '@/utils/context/active-tab';
import type { PageContext } from '@/utils/context/page';
import type { Settings, SettingsRead } from '@/utils/store/settings';
import type { KeyMeta } from '@/utils/store/vault';

/** Whose figures are meant, in names for the header. */
export interface Who {
  user: string;
  displayName: string;
  org: string;
  orgName: string;
  /** The mentor open in the tab, whatever the scope; `name` is null while only its id is known. */
  mentor: { idOrSlug: string; name: string | null } | null;
  from: 'page' | 'options' | 'sample';
}

/** What the dashboard shows: one of these at a time. */
export type Screen =
  | { kind: 'opening' }
  | { kind: 'setup' }
  | { kind: 'settings-unreadable'; reason: 'damaged' | 'newer' }
  | { kind: 'not-ibl'; host: string | null; canAsk: string | null }
  | { kind: 'signed-out'; host: string }
  | { kind: 'other-site'; host: string; origin: string }
  | { kind: 'no-access'; origin: string }
  | { kind: 'org-mismatch'; who: Who; keyOrg: string; pageKey: string }
  | { kind: 'sample' }
  | { kind: 'figures'; who: Who; baseUrl: string; keyFingerprint: string };

export interface Known {
  settings: SettingsRead | null;
  /** undefined while it is being read, null where no key is stored. */
  keyMeta: KeyMeta | null | undefined;
  detection: Detection | null;
  /** The page (see `pageKey`) whose foreign organization the user has already clicked away. */
  acceptedPageKey: string | null;
}

/** Names the person and organization of a page, to remember a click for exactly these. */
export const pageKey = (page: PageContext): string =>
  JSON.stringify([page.host, page.user?.name ?? null, page.org?.key ?? null]);

/** What to show for what is known so far. Pure: nothing is asked of anybody here. */
export function screenOf(known: Known): Screen {
  const { settings: read, keyMeta, detection } = known;
  if (!read || keyMeta === undefined) return { kind: 'opening' };
  if (read.state !== 'ok') return { kind: 'settings-unreadable', reason: read.state };
  const { settings } = read;
  if (settings.sample) return { kind: 'sample' };
  if (!keyMeta || !settings.organization) return { kind: 'setup' };
  if (!detection) return { kind: 'opening' };

  const page = detection.state === 'page' ? detection.page : null;
  const who = whoOf(settings, page);
  if (!who) return withoutUser(detection);
  const foreign = page?.org && page.org.key !== settings.organization ? page.org : null;
  if (page && foreign && pageKey(page) !== known.acceptedPageKey) {
    return {
      kind: 'org-mismatch',
      who: { ...who, org: foreign.key, orgName: foreign.name ?? foreign.key },
      keyOrg: settings.organization,
      pageKey: pageKey(page),
    };
  }
  return { kind: 'figures', who, baseUrl: settings.baseUrl, keyFingerprint: keyMeta.fingerprint };
}

/** A typed user wins over the page's; the organization is always the key's. */
function whoOf(settings: Settings, page: PageContext | null): Who | null {
  const own = page?.org?.key === settings.organization;
  const rest = {
    org: settings.organization,
    orgName: (own ? page?.org?.name : null) ?? settings.organization,
    // A mentor of another organization cannot be asked for with this key.
    mentor: own || !page?.org ? (page?.mentor ?? null) : null,
  };
  if (settings.user) {
    const same = page?.user?.name === settings.user ? page.user.displayName : null;
    return { user: settings.user, displayName: same || settings.user, from: 'options', ...rest };
  }
  if (!page?.user) return null;
  const { name, displayName } = page.user;
  return { user: name, displayName: displayName || name, from: 'page', ...rest };
}

function withoutUser(detection: Detection): Screen {
  switch (detection.state) {
    case 'page':
      return { kind: 'signed-out', host: detection.page.host };
    case 'signed-out':
      return { kind: 'signed-out', host: detection.host };
    case 'not-ibl':
      return { kind: 'not-ibl', host: detection.host, canAsk: detection.canAsk };
    case 'other-site':
      return { kind: 'other-site', host: detection.page.host, origin: detection.origin };
    case 'no-access':
      return { kind: 'no-access', origin: detection.origin };
  }
}
