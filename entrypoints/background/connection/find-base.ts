import type { BaseAnswer } from '@/utils/api/base-answer';

interface BaseQuery {
  /** Base URLs, the likelier first. */
  candidates: string[];
  /** Empty if no organization is typed yet. */
  organization: string;
}

interface BaseDeps {
  /** Finds out, without a key, which kind of server answers at a base; `unreachable` without permission. */
  lookAt(baseUrl: string, org: string): Promise<BaseAnswer>;
}

/** The organization used in paths while none is known, as a path must contain one. */
const ANY_ORG = 'main';

/**
 * The first of the base URLs that answers as the API does, all of them asked at once and without a key;
 * null where none does.
 */
export async function findBase(
  { lookAt }: BaseDeps,
  { candidates, organization }: BaseQuery,
): Promise<string | null> {
  const looks = candidates.map((baseUrl) => lookAt(baseUrl, organization || ANY_ORG));
  for (const [index, look] of looks.entries()) {
    if ((await look) === 'api') return candidates[index] ?? null;
  }
  return null;
}
