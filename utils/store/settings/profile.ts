import * as z from 'zod/mini';
import { isSameOrg } from '@/utils/deployment/segment';
import { type AllowedPages, isPageOf } from './allowed-pages';

export const profileSchema = z.object({
  /** Also the name of the vault's slot that holds the key. */
  id: z.string(),
  /** The name that the user gave it. */
  name: z.string(),
  organization: z.string(),
  baseUrl: z.string(),
  /** Replaces the user found in the page. */
  user: z.nullable(z.string()),
  /** The user named in the API's path, where the key belongs to somebody else. */
  keyOwner: z.nullable(z.string()),
  /** In US dollars for a calendar month (UTC); null where none is set. */
  monthlyBudget: z.nullable(z.number()),
});

/** One organization and how to reach its API; its key is in the vault. */
export type Profile = z.infer<typeof profileSchema>;

/** The slot that has held the key of the first profile since the first release. */
export const FIRST_PROFILE = 'active';

/** Creates an empty profile. */
export const emptyProfile = (id: string): Profile => ({
  id,
  name: '',
  organization: '',
  baseUrl: '',
  user: null,
  keyOwner: null,
  monthlyBudget: null,
});

/** The host and organization of a page; `org` is null where the page names none. */
interface PagePlace {
  host: string;
  org: string | null;
}

/**
 * Returns the profile of the page's organization in the page's deployment. Where there is none, it
 * is the first profile of that deployment; for every other page, and without a page, it is the
 * first of all.
 */
export function profileFor(
  profiles: Profile[],
  page: PagePlace | null,
  pages?: AllowedPages,
): Profile | null {
  const near = page ? profiles.filter(({ baseUrl }) => isPageOf(pages, page.host, baseUrl)) : [];
  return ofOrg(near, page?.org ?? null) ?? near[0] ?? profiles[0] ?? null;
}

/**
 * Returns the profile to use for an organization; null where its key would be sent to another
 * place.
 */
export const profileAt = (
  profiles: Profile[],
  { baseUrl, org }: { baseUrl: string; org: string },
): Profile | null =>
  ofOrg(
    profiles.filter((profile) => profile.baseUrl === baseUrl),
    org,
  );

/**
 * Returns the profile of an organization; the exact spelling is preferred to one in other letter
 * case.
 */
const ofOrg = (profiles: Profile[], org: string | null): Profile | null =>
  profiles.find(({ organization }) => organization === org) ??
  profiles.find(({ organization }) => org !== null && isSameOrg(organization, org)) ??
  null;

/**
 * Whether a profile's organization could be another one too, because another profile has one of the
 * same name at another base URL.
 */
export const isAmbiguous = (profiles: Profile[], { organization, baseUrl }: Profile): boolean =>
  profiles.some(
    (other) => other.baseUrl !== baseUrl && isSameOrg(other.organization, organization),
  );

/** Returns an id that no other profile has; the first profile's id where that is free. */
export const newProfileId = (profiles: Profile[]): string =>
  profiles.some(({ id }) => id === FIRST_PROFILE) ? crypto.randomUUID() : FIRST_PROFILE;
