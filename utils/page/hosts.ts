// Read by the build too, so nothing of the browser and no alias may be imported here.
import { buildApiHosts, buildAppHosts } from './build-constants';

/** The vendor's domains that every install may reach; and those that are asked for when needed. */
export const REQUIRED_DOMAINS = ['iblai.app', 'ibl.ai'] as const;
const OPTIONAL_DOMAINS = ['iblai.org', 'iblai.tech'] as const;

/** Hosts below the vendor's domains that are no apps: nobody is signed in there. */
const NOT_APPS = /^(?:docs|learn|studio|api|base\.manager|login|auth)\./;

/** The learning app's own host, called as those others are. */
const LEARNING_HOST = 'learn.iblai.app';

/** `name` or, written `*.name`, everything below it. */
function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Whether a host is the vendor's, app or not. */
export const isVendorHost = (url: URL): boolean => vendorDomain(bare(url)) !== undefined;

/** The vendor's domain that a host belongs to, by whole labels: `evil-iblai.app` is in none. */
export function vendorDomain(host: string): string | undefined {
  return [...REQUIRED_DOMAINS, ...OPTIONAL_DOMAINS].find(
    (domain) => host === domain || host.endsWith(`.${domain}`),
  );
}

/** A host name as it is compared: without the dot that may end it. */
const bare = (url: URL) => url.hostname.replace(/\.$/, '');

/** Whether a URL is one of an ibl.ai app, where somebody may be signed in. Only `https:` counts. */
export function isAppHost(url: URL): boolean {
  if (buildAppHosts.some((pattern) => matches(url.host, pattern) || matches(bare(url), pattern))) {
    return url.protocol === 'https:' || isLoopback(url);
  }
  const host = bare(url);
  const domain = vendorDomain(host);
  if (url.protocol !== 'https:' || domain === undefined || host === domain) return false;
  return host === LEARNING_HOST || !NOT_APPS.test(host);
}

/** Whether this build names the hosts that may be asked: then no other is, whoever allows it. */
export const isNarrow = buildApiHosts.length > 0;

/**
 * Whether a URL is one that the API may be asked at, once the user has allowed its host: any by `https:`.
 * A name that ends in a dot is the same host, but permissions don't name it so; nor do they all name IPv6.
 */
export const mayBeApiHost = (url: URL): boolean =>
  isApiHost(url) || (!isNarrow && url.protocol === 'https:' && /^[^[]+[^.]$/.test(url.hostname));

/** Whether a URL is one that the API may be asked at without a question: the vendor's, or this build's. */
export function isApiHost(url: URL): boolean {
  if (buildApiHosts.some((pattern) => matches(url.host, pattern) || matches(bare(url), pattern))) {
    return url.protocol === 'https:' || isLoopback(url);
  }
  // A name that ends in a dot is the same host, but our permissions and policy don't name it so.
  return url.protocol === 'https:' && url.port === '' && vendorDomain(url.hostname) !== undefined;
}

/** Plain `http:` is for a stand-in on this machine alone. */
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

/** The manifest's permissions and connections; throws on an extra host that is no host name. */
export function manifestHosts(extraApiHosts: string[], extraAppHosts: string[]): ManifestHosts {
  for (const host of [...extraApiHosts, ...extraAppHosts]) {
    if (!isHostPattern(host)) throw new Error(`not a host name: ${host}`);
  }
  const permissions = (domain: string) => [`https://*.${domain}/*`, `https://${domain}/*`];
  const origin = (host: string) =>
    /^(?:127\.0\.0\.1|localhost)(?::|$)/.test(host) ? `http://${host}` : `https://${host}`;
  // Match patterns name no port.
  const pattern = (host: string) => `${origin(host.replace(/:\d+$/, ''))}/*`;
  return {
    hostPermissions: [
      ...REQUIRED_DOMAINS.flatMap(permissions),
      ...new Set([...extraApiHosts, ...extraAppHosts].map(pattern)),
    ],
    optionalHostPermissions: [...OPTIONAL_DOMAINS.flatMap(permissions), 'https://*/*'],
    // Which host that is, the user allows; the worker's code asks no other (`access.ts`).
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
