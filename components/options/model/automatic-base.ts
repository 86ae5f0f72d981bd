import { HOSTED_BASES } from '@/utils/deployment/base-url';
import { parseUrl } from '@/utils/deployment/url';
import type { TextKey } from '@/utils/failure';
import { send } from '@/utils/messages/send';
import type { Entered } from './form';

/** Returns the base URLs to try for a typed text; a complete URL is the only one. */
export function candidatesOf(baseUrl: string): readonly string[] {
  if (baseUrl === '') return HOSTED_BASES;
  const url = parseUrl(baseUrl);
  // The vendor's documentation writes its base URL this way and puts the prefix into every path.
  const isBare = url?.hostname.startsWith('api.') && url.pathname === '/';
  return isBare ? [baseUrl, `${baseUrl}/dm`] : [baseUrl];
}

export type Resolved =
  | { ok: true; entered: Entered; isFound: boolean }
  | { ok: false; text: TextKey };

/**
 * Returns the entered values with the base URL where the API answers. Requests are made only where
 * there are several candidates, and without a key. `isFound` is true where that base URL is not the
 * typed one.
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
  // The typed URL is kept: the connection test will say what is wrong with it.
  if (baseUrl !== '') return { ok: true, entered, isFound: false };
  return { ok: false, text: 'options_no_base_found' };
}
