import { parseBaseUrl } from './base-url';
import { isOfDeployment } from './deployment';
import { isApiHost } from './hosts';
import { parseUrl } from './url';

/**
 * Returns the base URL that an app's `/env.js` publishes, computed as the vendor's front ends do;
 * null where it publishes none. The text comes from a page, so it is parsed and never run.
 */
export function publishedBase(env: unknown): string | null {
  if (typeof env !== 'string') return null;
  const api = valueIn(env, 'NEXT_PUBLIC_API_BASE_URL')?.replace(/\/+$/, '');
  const domain = valueIn(env, 'NEXT_PUBLIC_PLATFORM_BASE_DOMAIN');
  const text = api ? `${api}/dm` : domain ? `https://base.manager.${domain}` : null;
  const base = parseBaseUrl(text ?? '');
  return base.ok ? base.baseUrl : null;
}

/** Returns the text assigned to a name in an object of JSON or JavaScript. */
function valueIn(env: string, name: string): string | null {
  const match = new RegExp(`\\b${name}["']?\\s*:\\s*(["'\`])([^"'\`\\\\\\s]{1,300})\\1`).exec(env);
  const value = match?.[2] ?? '';
  return value === '' || value === 'undefined' || value === 'null' ? null : value;
}

/**
 * Whether a base URL published by a page may be offered to the user: it belongs to the vendor, or to
 * the page's own deployment. Any other could belong to anybody.
 */
export function mayOffer(pageHost: string, baseUrl: string): boolean {
  const url = parseUrl(baseUrl);
  return url !== null && (isApiHost(url) || isOfDeployment(pageHost, baseUrl));
}
