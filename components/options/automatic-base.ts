import type { TextKey } from '@/utils/failure';
import { send } from '@/utils/messages/send';
import { HOSTED_BASES } from '@/utils/page/base-url';
import { parseUrl } from '@/utils/page/url';
import type { Entered } from './form';

/** The base URLs that are tried for what was typed; only the typed one where it leaves no doubt. */
export function candidatesOf(baseUrl: string): readonly string[] {
  if (baseUrl === '') return HOSTED_BASES;
  const url = parseUrl(baseUrl);
  // The vendor's papers write its base so, with the prefix in every path.
  const isBare = url?.hostname.startsWith('api.') && url.pathname === '/';
  return isBare ? [baseUrl, `${baseUrl}/dm`] : [baseUrl];
}

export type Resolved =
  | { ok: true; entered: Entered; isFound: boolean }
  | { ok: false; text: TextKey };

/**
 * What was entered, with the base URL at which the API answers: asked without a key, and only where what
 * was typed leaves a choice. `isFound` where it is another than was typed.
 */
export async function resolveBase(entered: Entered): Promise<Resolved> {
  const { baseUrl, organization } = entered.profile;
  const candidates = candidatesOf(baseUrl);
  if (candidates.length === 1) return { ok: true, entered, isFound: false };
  const reply = await send('findBase', { candidates: [...candidates], organization });
  const kept = reply.ok ? reply.value.baseUrl : null;
  if (kept !== null) {
    const profile = { ...entered.profile, baseUrl: kept };
    return { ok: true, entered: { ...entered, profile }, isFound: kept !== baseUrl };
  }
  // What was typed is taken at its word: the test says what is wrong with it.
  if (baseUrl !== '') return { ok: true, entered, isFound: false };
  return { ok: false, text: 'options_no_base_found' };
}
