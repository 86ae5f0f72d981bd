import type { TextKey } from '@/utils/failure';
import { isApiHost } from './hosts';
import { parseUrl } from './url';

export type BaseUrl = { ok: true; baseUrl: string } | { ok: false; text: TextKey };

/** Where ibl.ai's own deployment answers. */
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
  if (!isApiHost(url))
    return refuse(url.protocol === 'https:' ? 'base_url_host' : 'base_url_https');
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, '') };
}

const refuse = (text: TextKey): BaseUrl => ({ ok: false, text });

/** Every origin pattern a base URL needs, granted at install or later (Firefox grants none by itself). */
export const originPattern = (baseUrl: string): string => {
  const url = parseUrl(baseUrl);
  return url ? `${url.protocol}//${url.hostname}/*` : '';
};
