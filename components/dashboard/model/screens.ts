import type { AllowedPage } from '@/utils/store/settings/allowed-pages';
import type { Profile } from '@/utils/store/settings/profile';

/** Whose figures are meant, in names for the header. */
export interface Who {
  user: string;
  displayName: string;
  org: string;
  orgName: string;
  /** The API's host, where figures of another deployment could be meant. */
  base?: string;
  /** The mentor open in the tab, whatever the scope; `name` is null while only its id is known. */
  mentor: { idOrSlug: string; name: string | null } | null;
  from: 'page' | 'options' | 'sample';
}

/** The screens of the dashboard, one of which is shown at a time. */
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
  /** `keyBase` is the API's host, where the page belongs to another deployment than the key. */
  | {
      kind: 'org-mismatch';
      who: Who;
      keyOrg: string;
      keyBase?: string;
      pageKey: string;
      /** The part of the answer that is remembered; without it the answer applies to this page alone. */
      remember?: AllowedPage | undefined;
    }
  | { kind: 'sample' }
  | {
      kind: 'figures';
      who: Who;
      profile: Profile;
      keyFingerprint: string;
      /** The page is one of a private window. */
      isPrivate?: true;
    };
