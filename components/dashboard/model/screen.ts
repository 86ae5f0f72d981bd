import type { Detection } from '@/utils/page/active-tab';
import type { PageContext } from '@/utils/page/page';
import type { KeyMetas } from '@/utils/store/keys/keys';
import { type Profile, profileFor } from '@/utils/store/settings/profile';
import type { Settings, SettingsRead } from '@/utils/store/settings/settings';

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
  /** `origin` of a site that has to be allowed before the options page can read it. */
  | { kind: 'setup'; origin: string | null }
  | { kind: 'settings-unreadable'; reason: 'damaged' | 'newer' | 'unread' }
  | { kind: 'not-ibl'; host: string | null; canAsk: string | null }
  | { kind: 'signed-out'; host: string }
  | { kind: 'other-site'; host: string; origin: string }
  | { kind: 'no-access'; origin: string }
  | { kind: 'unreadable'; host: string | null }
  | { kind: 'org-mismatch'; who: Who; keyOrg: string; pageKey: string }
  | { kind: 'sample' }
  | { kind: 'figures'; who: Who; profile: Profile; keyFingerprint: string };

export interface Known {
  settings: SettingsRead | null;
  /** undefined while they are being read; null where they can't be. */
  keyMetas: KeyMetas | null | undefined;
  detection: Detection | null;
  /** The page (see `pageKey`) whose foreign organization the user has already clicked away. */
  acceptedPageKey: string | null;
}

/** Names the person and organization of a page, to remember a click for exactly these. */
export const pageKey = (page: PageContext): string =>
  JSON.stringify([page.host, page.user?.name ?? null, page.org?.key ?? null]);

/** What to show for what is known so far. Pure: nothing is asked of anybody here. */
export function screenOf(known: Known): Screen {
  const { settings: read, keyMetas, detection } = known;
  if (!read || keyMetas === undefined) return { kind: 'opening' };
  if (read.state !== 'ok') return { kind: 'settings-unreadable', reason: read.state };
  const { settings } = read;
  if (settings.sample) return { kind: 'sample' };
  // A key that could not be looked for is not a key that is missing.
  if (keyMetas === null) return { kind: 'settings-unreadable', reason: 'unread' };
  const page = detection?.state === 'page' ? detection.page : null;
  const profile = profileForPage(settings, keyMetas, page);
  const keyMeta = profile && keyMetas[profile.id];
  if (!profile || !keyMeta) {
    return { kind: 'setup', origin: detection && 'origin' in detection ? detection.origin : null };
  }
  if (!detection) return { kind: 'opening' };

  const who = whoOf(profile, page);
  if (!who) return withoutUser(detection);
  const foreign = page?.org && page.org.key !== profile.organization ? page.org : null;
  if (page && foreign && pageKey(page) !== known.acceptedPageKey) {
    return {
      kind: 'org-mismatch',
      who: { ...who, org: foreign.key, orgName: foreign.name ?? foreign.key },
      keyOrg: profile.name || profile.organization,
      pageKey: pageKey(page),
    };
  }
  return { kind: 'figures', who, profile, keyFingerprint: keyMeta.fingerprint };
}

/** The profile that a page is looked at with: one that is filled in, and has a key. */
export function profileForPage(
  { profiles }: Settings,
  keyMetas: KeyMetas,
  page: PageContext | null,
): Profile | null {
  const usable = profiles.filter(({ id, organization }) => organization && keyMetas[id]);
  return profileFor(usable, page?.org?.key ?? null);
}

/** A typed user wins over the page's; the organization is always the key's. */
function whoOf(profile: Profile, page: PageContext | null): Who | null {
  const own = page?.org?.key === profile.organization;
  const rest = {
    org: profile.organization,
    orgName: (own ? page?.org?.name : null) ?? (profile.name || profile.organization),
    // A mentor of another organization cannot be asked for with this key.
    mentor: own || !page?.org ? (page?.mentor ?? null) : null,
  };
  if (profile.user) {
    const same = page?.user?.name === profile.user ? page.user.displayName : null;
    return { user: profile.user, displayName: same || profile.user, from: 'options', ...rest };
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
    case 'unreadable':
      return { kind: 'unreadable', host: detection.host };
  }
}
