import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { safeText } from '@/utils/figures/text/safe-text';
import { routeOf } from '../deployment/route';
import { parseMentorId, parseOrg, parseUserName } from '../deployment/segment';
import { rawPageSchema } from './raw-page';
import { type SignIn, signInOf } from './sign-in';
import { decoded, json, meant, plain } from './stored-text';

/** The user, organization and mentor that a page gives for itself. */
export interface PageContext {
  host: string;
  user: { name: string; displayName: string } | null;
  org: { key: string; name: string | null } | null;
  mentor: { idOrSlug: string; name: string | null } | null;
  from: SignIn['from'];
}

const loose = z.optional(z.nullable(z.string()));
const userSchema = z.object({
  user_nicename: loose,
  username: loose,
  user_display_name: loose,
  user_fullname: loose,
});
const tenantSchema = z.object({ key: z.string(), name: loose, platform_name: loose });

/**
 * Parses the reading of a page; `not-detected` where it has not even the shape of one. A value that
 * cannot be the name of a user, organization or mentor counts as absent (api.md: each value may be
 * missing, malformed or the text `undefined`).
 */
export function parsePage(raw: unknown): Result<PageContext> {
  const read = rawPageSchema.safeParse(raw);
  if (!read.success) return fail({ kind: 'not-detected' });
  const { hostname, pathname, cookies } = read.data;
  const { from, said } = signInOf(read.data);
  const current = json(said.current_tenant);
  const visiting = json(said.visiting_tenant);
  const fromCookies = [cookies.ibl_current_tenant, cookies.ibl_tenant].flatMap((cookie) =>
    entries(json(decoded(cookie))),
  );
  const route = routeOf(hostname, pathname);
  const inUrl = route.org === null ? null : parseOrg(route.org);
  const org = firstOrg([
    route.org,
    // A person who visits another organization sees that organization's pages.
    tenantOf(visiting)?.key ?? plain(said.visiting_tenant),
    tenantOf(current)?.key ?? plain(said.current_tenant),
    plain(said.tenant) ?? plain(said.app_tenant),
    ...(from === 'cookies'
      ? fromCookies.slice(0, 10).map((entry) => tenantOf(entry)?.key ?? null)
      : []),
    plain(decoded(cookies.tenant)),
  ]);
  const tenants = [current, visiting, json(said.tenants)].flatMap(entries).concat(fromCookies);
  // A mentor belongs to the organization in the URL, never to another.
  const mentor = inUrl?.ok && route.mentor !== null ? parseMentorId(route.mentor) : null;
  return ok({
    host: hostname,
    user: userOf(json(from === 'cookies' ? decoded(cookies.ibl_user_data) : said.userData)),
    org: org === null ? null : { key: org, name: nameOf(org, tenants) },
    mentor: mentor?.ok ? { idOrSlug: mentor.value, name: null } : null,
    from,
  });
}

/** The user name of a visitor who sees a public page without being signed in. */
const NOBODY = 'anonymous';

function userOf(value: unknown): PageContext['user'] {
  const read = userSchema.safeParse(value);
  if (!read.success) return null;
  const { user_nicename, username, user_display_name, user_fullname } = read.data;
  const name = [user_nicename, username]
    .map((n) => parseUserName(meant(n) ?? ''))
    .find((n) => n.ok);
  if (!name?.ok || name.value === NOBODY) return null;
  const displayName = [user_display_name, user_fullname]
    .map((n) => safeText(meant(n) ?? ''))
    .find((n) => n !== '');
  return { name: name.value, displayName: displayName ?? name.value };
}

/**
 * Returns a value as a list. Its entries are parsed only when they are needed, as a page may
 * contain a very long list.
 */
const entries = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function tenantOf(value: unknown): z.infer<typeof tenantSchema> | null {
  const read = tenantSchema.safeParse(typeof value === 'string' ? { key: value } : value);
  return read.success ? read.data : null;
}

function firstOrg(candidates: (string | null)[]): string | null {
  for (const candidate of candidates) {
    const org = candidate === null ? null : parseOrg(candidate);
    if (org?.ok) return org.value;
  }
  return null;
}

function nameOf(org: string, tenants: unknown[]): string | null {
  for (const entry of tenants) {
    if (!(entry instanceof Object && 'key' in entry && entry.key === org)) continue;
    const tenant = tenantOf(entry);
    const name = safeText(meant(tenant?.name) ?? meant(tenant?.platform_name) ?? '');
    if (name !== '') return name;
  }
  return null;
}
