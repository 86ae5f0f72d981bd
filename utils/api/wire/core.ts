import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { type Asked, namesAnother } from './named';

const text = z.catch(z.nullish(z.string()), null);
const owner = z.object({
  username: text,
  email: text,
  user_id: z.catch(z.nullish(z.union([z.string(), z.number()])), null),
});
const organization = z.object({ platform_key: z.string(), platform_name: text });

const badResponse = fail({ kind: 'bad-response' });

/**
 * Parses `core/token/verify/`, the owner of the key. The vendor's schema does not describe the
 * answer; its clients read `{user_id, username, email}`. An object with none of these fields is
 * refused.
 */
export function parseKeyOwner(json: unknown): Result<{ user: string | null }> {
  const parsed = owner.safeParse(json);
  const isOwner = json instanceof Object && ['username', 'user_id', 'email'].some((f) => f in json);
  if (!parsed.success || !isOwner) return badResponse;
  return ok({ user: parsed.data.username?.trim() || null });
}

/** Parses `core/orgs/{org}/metadata/`, the name of an organization. */
export function parseOrganization(json: unknown, asked: Asked): Result<{ name: string | null }> {
  const parsed = organization.safeParse(json);
  if (!parsed.success || namesAnother(json, asked)) return badResponse;
  return ok({ name: parsed.data.platform_name ?? null });
}
