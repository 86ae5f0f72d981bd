// The build reads this file too, so it must not import anything of the browser or use a path alias.
import { buildApiHosts, buildAppHosts } from './build-constants';

/** The vendor's domains that every installation may access, and those requested when needed. */
export const REQUIRED_DOMAINS = ['iblai.app', 'ibl.ai'] as const;
const OPTIONAL_DOMAINS = ['iblai.org', 'iblai.tech'] as const;

/** Hosts below the vendor's domains that are not apps, so that nobody is signed in there. */
const NOT_APPS = /^(?:docs|learn|studio|api|base\.manager|login|auth)\./;

/** The learning app's own host, although its name matches those that are not apps. */
const LEARNING_HOST = 'learn.iblai.app';

/** Whether a host matches `name` exactly or, for a pattern `*.name`, lies below it. */
function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Whether a host belongs to the vendor, app or not. */
export const isVendorHost = (url: URL): boolean => vendorDomain(bare(url)) !== undefined;

/**
 * Returns the vendor's domain of a host, compared by whole labels: `evil-iblai.app` belongs to
 * none.
 */
export function vendorDomain(host: string): string | undefined {
  return [...REQUIRED_DOMAINS, ...OPTIONAL_DOMAINS].find(
    (domain) => host === domain || host.endsWith(`.${domain}`),
  );
}

/** Returns a host name for comparison: without the dot that it may end with. */
const bare = (url: URL) => url.hostname.replace(/\.$/, '');

/**
 * Whether a URL belongs to an ibl.ai app, where somebody may be signed in. Only `https:` is
 * accepted.
 */
export function isAppHost(url: URL): boolean {
  if (buildAppHosts.some((pattern) => matches(url.host, pattern) || matches(bare(url), pattern))) {
    return url.protocol === 'https:' || isLoopback(url);
  }
  const host = bare(url);
  const domain = vendorDomain(host);
  if (url.protocol !== 'https:' || domain === undefined || host === domain) return false;
  return host === LEARNING_HOST || !NOT_APPS.test(host);
}

/**
 * Whether this build lists the API hosts; then no other host is contacted, even with a permission.
 */
export const isNarrow = buildApiHosts.length > 0;

/**
 * Whether the API may be requested at this URL once the user has allowed its host: any host with
 * `https:`. A name that ends with a dot is the same host, but permissions do not match it, and not
 * all of them support IPv6.
 */
export const mayBeApiHost = (url: URL): boolean =>
  isApiHost(url) || (!isNarrow && url.protocol === 'https:' && /^[^[]+[^.]$/.test(url.hostname));

/**
 * Whether the API may be requested at this URL without asking the user: at the vendor's hosts, or
 * those of this build.
 */
export function isApiHost(url: URL): boolean {
  if (buildApiHosts.some((pattern) => matches(url.host, pattern) || matches(bare(url), pattern))) {
    return url.protocol === 'https:' || isLoopback(url);
  }
  // A name that ends with a dot is the same host, but our permissions and policy do not match it.
  return url.protocol === 'https:' && url.port === '' && vendorDomain(url.hostname) !== undefined;
}

/** Plain `http:` is allowed only for a test server on this machine. */
const isLoopback = (url: URL) =>
  url.protocol === 'http:' && (url.hostname === '127.0.0.1' || url.hostname === 'localhost');

const HOST_PATTERN = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/;

const isHostPattern = (host: string) =>
  HOST_PATTERN.test(host) && Number(host.split(':')[1] ?? 443) <= 65_535;

export interface ManifestHosts {
  hostPermissions: string[];
  optionalHostPermissions: string[];
  connectSrc: string[];
}

/**
 * Returns the manifest's permissions and connections; throws when an extra host is not a valid host
 * name.
 */
export function manifestHosts(extraApiHosts: string[], extraAppHosts: string[]): ManifestHosts {
  for (const host of [...extraApiHosts, ...extraAppHosts]) {
    if (!isHostPattern(host)) throw new Error(`not a host name: ${host}`);
  }
  const permissions = (domain: string) => [`https://*.${domain}/*`, `https://${domain}/*`];
  const origin = (host: string) =>
    /^(?:127\.0\.0\.1|localhost)(?::|$)/.test(host) ? `http://${host}` : `https://${host}`;
  // Match patterns have no port.
  const pattern = (host: string) => `${origin(host.replace(/:\d+$/, ''))}/*`;
  return {
    hostPermissions: [
      ...REQUIRED_DOMAINS.flatMap(permissions),
      ...new Set([...extraApiHosts, ...extraAppHosts].map(pattern)),
    ],
    optionalHostPermissions: [...OPTIONAL_DOMAINS.flatMap(permissions), 'https://*/*'],
    // The user decides which hosts may be contacted; the worker's code contacts no others
    // (`access.ts`).
    connectSrc:
      extraApiHosts.length === 0
        ? ['https:']
        : [
            ...[...REQUIRED_DOMAINS, ...OPTIONAL_DOMAINS].flatMap((domain) => [
              `https://${domain}`,
              `https://*.${domain}`,
            ]),
            ...extraApiHosts.map(origin),
          ],
  };
}
