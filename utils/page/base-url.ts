import type { TextKey } from '@/utils/failure';
import { isApiHost, isNarrow, mayBeApiHost } from './hosts';
import { parseUrl } from './url';

export type BaseUrl = { ok: true; baseUrl: string } | { ok: false; text: TextKey };

/** Where ibl.ai's own deployment answers: the hosted platform of today, and the older one's address. */
export const HOSTED_BASES = ['https://api.iblai.app/dm', 'https://base.manager.iblai.app'] as const;

/** What an administrator's policy means that names none. */
export const DEFAULT_BASE_URL = 'https://base.manager.iblai.app';

const MAX_LENGTH = 300;

/**
 * A typed base URL, without the slashes it may end in; or why it can't be one. It may have a path,
 * such as `https://api.iblai.app/dm`, but no credentials, query or fragment.
 */
export function parseBaseUrl(text: string): BaseUrl {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH) return refuse('base_url_not_a_url');
  const url = parseUrl(trimmed);
  if (!url || url.hostname === '') return refuse('base_url_not_a_url');
  if (url.username || url.password) return refuse('base_url_credentials');
  if (url.search || url.hash || trimmed.includes('?') || trimmed.includes('#')) {
    return refuse('base_url_query');
  }
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(trimmed.slice(url.protocol.length + 2))) {
    return refuse('base_url_not_a_url');
  }
  if (!mayBeApiHost(url)) {
    if (url.protocol !== 'https:') return refuse('base_url_https');
    return refuse(isNarrow ? 'base_url_host' : 'base_url_not_a_url');
  }
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, '') };
}

const refuse = (text: TextKey): BaseUrl => ({ ok: false, text });

/** Whether a base is the vendor's own or this build's; any other is named in a question first. */
export function isKnownBase(baseUrl: string): boolean {
  const url = parseUrl(baseUrl);
  return url !== null && isApiHost(url);
}

/** Every origin pattern a base URL needs, granted at install or later (Firefox grants none by itself). */
export const originPattern = (baseUrl: string): string => {
  const url = parseUrl(baseUrl);
  return url ? `${url.protocol}//${url.hostname}/*` : '';
};

/** The host of a base URL, as it is shown to people. */
export const hostOf = (baseUrl: string): string => parseUrl(baseUrl)?.host ?? baseUrl;
