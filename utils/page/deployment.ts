import { vendorDomain } from './hosts';
import { parseUrl } from './url';

/**
 * The deployment of each of the vendor's domains: the apps below `ibl.ai` use the API below
 * `iblai.app`.
 */
const DEPLOYMENT_OF_DOMAIN: Record<string, string> = { 'ibl.ai': 'iblai.app' };

/**
 * Whether a page belongs to the deployment at a base URL. Organizations and users are unique only
 * within a deployment: `main` of one is not `main` of another. Hosts of the vendor are compared by
 * their domain; a page of any other domain belongs to a base URL below the page's host without its
 * first label: `mentor.example.edu` belongs to all hosts below `example.edu`.
 */
export function isOfDeployment(pageHost: string, baseUrl: string): boolean {
  const host = bare(pageHost);
  const baseHost = bare(parseUrl(baseUrl)?.hostname ?? '');
  if (host === '' || baseHost === '') return false;
  const [domain, baseDomain] = [vendorDomain(host), vendorDomain(baseHost)];
  if (domain !== undefined || baseDomain !== undefined) {
    return deploymentOf(domain) === deploymentOf(baseDomain);
  }
  const site = siteOf(host);
  return baseHost === host || baseHost === site || baseHost.endsWith(`.${site}`);
}

const bare = (host: string) => host.toLowerCase().replace(/\.$/, '');

const deploymentOf = (domain: string | undefined) =>
  domain === undefined ? null : (DEPLOYMENT_OF_DOMAIN[domain] ?? domain);

/** Second-level domains under which a country's registry gives out names: `example.ac.uk`. */
const SHARED_SECOND_LEVEL =
  /^(?:ac|co|com|edu|gob|gouv|gov|govt|go|id|k12|mil|ne|net|nom|or|org|sch|school|web)\.[a-z]{2}$/;

/**
 * Returns a host without its first label; the whole host where the rest is shared by different
 * owners.
 */
function siteOf(host: string): string {
  const site = host.slice(host.indexOf('.') + 1);
  const isShared = !site.includes('.') || SHARED_SECOND_LEVEL.test(site) || isAddress(host);
  return isShared ? host : site;
}

const isAddress = (host: string) => /^[\d.]+$|^\[/.test(host);
