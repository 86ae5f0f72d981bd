import { hostOf } from '@/utils/deployment/base-url';
import { isSameOrg } from '@/utils/deployment/segment';
import { type AllowedPages, isPageOf } from '@/utils/store/settings/allowed-pages';
import type { Profile } from '@/utils/store/settings/profile';
import type { PageContext } from '@/utils/tab/page';
import type { Screen, Who } from './screens';

/** Names the person and organization of a page, to remember a click for exactly these. */
export const pageKey = (page: PageContext): string =>
  JSON.stringify([page.host, page.user?.name ?? null, page.org?.key ?? null]);

/** The screen for a page of another organization or deployment than the key's; null if they match. */
export function mismatchOf(
  profile: Profile,
  page: PageContext,
  who: Who,
  pages: AllowedPages | undefined,
): Extract<Screen, { kind: 'org-mismatch' }> | null {
  const { baseUrl } = profile;
  const isForeign = !isPageOf(pages, page.host, baseUrl);
  const isOther = page.org !== null && !isSameOrg(page.org.key, profile.organization);
  if (!isForeign && !isOther) return null;
  const { base: _, ...person } = who;
  const org = page.org?.key ?? '';
  return {
    kind: 'org-mismatch',
    who: { ...person, org, orgName: page.org?.name ?? (org || page.host) },
    keyOrg: profile.name || profile.organization,
    ...(isForeign ? { keyBase: hostOf(profile.baseUrl) } : {}),
    pageKey: pageKey(page),
    ...(isForeign && !isOther ? { remember: { host: page.host, baseUrl } } : {}),
  };
}
