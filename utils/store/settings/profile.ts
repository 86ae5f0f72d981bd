import * as z from 'zod/mini';
import { isOfDeployment } from '@/utils/page/deployment';
import { isSameOrg } from '@/utils/page/segment';

export const profileSchema = z.object({
  /** Also names the slot of the vault that holds the key. */
  id: z.string(),
  /** How the user calls it. */
  name: z.string(),
  organization: z.string(),
  baseUrl: z.string(),
  /** Overrides the user of the page. */
  user: z.nullable(z.string()),
  /** The user named in the API's path, where the key is somebody else's. */
  keyOwner: z.nullable(z.string()),
  /** In US dollars a calendar month (UTC); null where none is set. */
  monthlyBudget: z.nullable(z.number()),
});

/** One organization, and how it is asked; its key is in the vault. */
export type Profile = z.infer<typeof profileSchema>;

/** The slot that the key of the only profile has been in since the first release. */
export const FIRST_PROFILE = 'active';

/** A profile with nothing filled in yet. */
export const emptyProfile = (id: string): Profile => ({
  id,
  name: '',
  organization: '',
  baseUrl: '',
  user: null,
  keyOwner: null,
  monthlyBudget: null,
});

/** What a page says of where it belongs; `org` is null where it names none. */
interface PagePlace {
  host: string;
  org: string | null;
}

/**
 * The profile of a page's organization within the page's deployment; where there is none, the first
 * of that deployment, and for every other page and for none the first of all.
 */
export function profileFor(profiles: Profile[], page: PagePlace | null): Profile | null {
  const near = page ? profiles.filter(({ baseUrl }) => isOfDeployment(page.host, baseUrl)) : [];
  return ofOrg(near, page?.org ?? null) ?? near[0] ?? profiles[0] ?? null;
}

/** The profile by which an organization is asked; null where its key would go elsewhere. */
export const profileAt = (
  profiles: Profile[],
  { baseUrl, org }: { baseUrl: string; org: string },
): Profile | null =>
  ofOrg(
    profiles.filter((profile) => profile.baseUrl === baseUrl),
    org,
  );

/** The profile of an organization: the one spelled just so before one in other letters' case. */
const ofOrg = (profiles: Profile[], org: string | null): Profile | null =>
  profiles.find(({ organization }) => organization === org) ??
  profiles.find(({ organization }) => org !== null && isSameOrg(organization, org)) ??
  null;

/** An id that no other profile has: the first one's where that is free. */
export const newProfileId = (profiles: Profile[]): string =>
  profiles.some(({ id }) => id === FIRST_PROFILE) ? crypto.randomUUID() : FIRST_PROFILE;
