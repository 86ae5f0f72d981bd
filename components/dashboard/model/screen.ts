import { hostOf } from '@/utils/deployment/base-url';
import { isOfDeployment } from '@/utils/deployment/deployment';
import { isSameOrg } from '@/utils/deployment/segment';
import type { KeyMetas } from '@/utils/store/keys/key-metas';
import { isPageOf } from '@/utils/store/settings/allowed-pages';
import { isAmbiguous, type Profile, profileFor } from '@/utils/store/settings/profile';
import type { Settings, SettingsRead } from '@/utils/store/settings/settings';
import type { Detection } from '@/utils/tab/active-tab';
import type { PageContext } from '@/utils/tab/page';
import { mismatchOf, pageKey } from './mismatch';
import type { Screen, Who } from './screens';

export interface Known {
  settings: SettingsRead | null;
  /** undefined while they are being read; null where they can't be. */
  keyMetas: KeyMetas | null | undefined;
  detection: Detection | null;
  /** The page (see `pageKey`) for which the user has already confirmed that its organization is another one. */
  acceptedPageKey: string | null;
}

const PRIVATE = { isPrivate: true } as const;

/** Returns the screen for the known data. Pure: it makes no requests. */
export function screenOf(known: Known): Screen {
  const { settings: read, keyMetas, detection } = known;
  if (!read || keyMetas === undefined) return { kind: 'opening' };
  if (read.state !== 'ok') return { kind: 'settings-unreadable', reason: read.state };
  const { settings } = read;
  if (settings.sample) return { kind: 'sample' };
  // If the keys can't be read, it is unknown whether a key is missing.
  if (keyMetas === null) return { kind: 'settings-unreadable', reason: 'unread' };
  const page = detection?.state === 'page' ? detection.page : null;
  const profile = profileForPage(settings, keyMetas, page);
  const keyMeta = profile && keyMetas[profile.id];
  if (!profile || !keyMeta) {
    return { kind: 'setup', origin: detection && 'origin' in detection ? detection.origin : null };
  }
  if (!detection) return { kind: 'opening' };

  const isPrivate = detection.state === 'page' && detection.isPrivate === true;
  const who = whoOf(profile, page, settings);
  if (!who) return withoutUser(detection);
  if (page && pageKey(page) !== known.acceptedPageKey) {
    const stop = mismatchOf(profile, page, who, settings.allowedPages);
    // Nothing is remembered of a private window.
    if (stop) return isPrivate ? { ...stop, remember: undefined } : stop;
  }
  const privacy = isPrivate ? PRIVATE : {};
  return { kind: 'figures', who, profile, keyFingerprint: keyMeta.fingerprint, ...privacy };
}

/** Whether the base must be shown: the page or a profile of the same name belongs to another deployment. */
const needsBase = (profiles: Profile[], profile: Profile, page: PageContext | null): boolean =>
  (page !== null && !isOfDeployment(page.host, profile.baseUrl)) || isAmbiguous(profiles, profile);

/** The profile that a page is looked at with: one that is filled in, and has a key. */
export function profileForPage(
  { profiles, allowedPages }: Settings,
  keyMetas: KeyMetas,
  page: PageContext | null,
): Profile | null {
  const usable = profiles.filter(({ id, organization }) => organization && keyMetas[id]);
  const place = page && { host: page.host, org: page.org?.key ?? null };
  return profileFor(usable, place, allowedPages);
}

/**
 * A typed user wins over the page's; the organization is always the key's, as the page spells it.
 * The organization and mentor on a page of another deployment are ignored, unless the user has allowed it.
 */
function whoOf(profile: Profile, page: PageContext | null, settings: Settings): Who | null {
  const namesBase = needsBase(settings.profiles, profile, page);
  const near = page && isPageOf(settings.allowedPages, page.host, profile.baseUrl) ? page : null;
  const own = near?.org && isSameOrg(near.org.key, profile.organization) ? near.org : null;
  const rest = {
    org: own?.key ?? profile.organization,
    orgName: own?.name ?? (profile.name || profile.organization),
    ...(namesBase ? { base: hostOf(profile.baseUrl) } : {}),
    // A mentor of another organization cannot be asked for with this key.
    mentor: own || !near?.org ? (near?.mentor ?? null) : null,
  };
  if (profile.user) {
    const same = near?.user?.name === profile.user ? near.user.displayName : null;
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
