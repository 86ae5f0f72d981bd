import type { TextKey } from '@/utils/failure';
import { isApiHost, isNarrow, mayBeApiHost } from './hosts';
import { parseUrl } from './url';

export type BaseUrl = { ok: true; baseUrl: string } | { ok: false; text: TextKey };

/** The base URLs of ibl.ai's own deployment: the present hosted platform, and the older address. */
export const HOSTED_BASES = ['https://api.iblai.app/dm', 'https://base.manager.iblai.app'] as const;

/** The base URL for an administrator's policy that names none. */
export const DEFAULT_BASE_URL = 'https://base.manager.iblai.app';

const MAX_LENGTH = 300;

/**
 * Parses a typed base URL and removes slashes at its end, or returns why it is not valid. It may
 * have a path, such as `https://api.iblai.app/dm`, but no credentials, query or fragment.
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

/**
 * Whether a base URL belongs to the vendor or is named in this build; for any other the user is
 * asked first.
 */
export function isKnownBase(baseUrl: string): boolean {
  const url = parseUrl(baseUrl);
  return url !== null && isApiHost(url);
}

/**
 * Returns the origin pattern for which a base URL needs permission, at install or later (Firefox
 * grants none at install).
 */
export const originPattern = (baseUrl: string): string => {
  const url = parseUrl(baseUrl);
  return url ? `${url.protocol}//${url.hostname}/*` : '';
};

/** Returns the host of a base URL for display. */
export const hostOf = (baseUrl: string): string => parseUrl(baseUrl)?.host ?? baseUrl;
