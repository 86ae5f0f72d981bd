import { vendorDomain } from './hosts';
import { isLearningApp, isMentorApp } from './route';
import { parseUrl } from './url';

/**
 * The deployment of each of the vendor's domains: the apps below `ibl.ai` use the API below
 * `iblai.app`.
 */
const DEPLOYMENT_OF_DOMAIN: Record<string, string> = { 'ibl.ai': 'iblai.app' };

/**
 * Whether a page belongs to the deployment at a base URL. Organizations and users are unique only
 * within a deployment: `main` of one is not `main` of another. Hosts of the vendor are compared by
 * their domain; a page of any other domain belongs to a base URL at or below its own host, or at or
 * below its parent where both are known to have one owner: see `isOwnParent`.
 */
export function isOfDeployment(pageHost: string, baseUrl: string): boolean {
  const host = bare(pageHost);
  const baseHost = bare(parseUrl(baseUrl)?.hostname ?? '');
  if (host === '' || baseHost === '') return false;
  const [domain, baseDomain] = [vendorDomain(host), vendorDomain(baseHost)];
  if (domain !== undefined || baseDomain !== undefined) {
    return deploymentOf(domain) === deploymentOf(baseDomain);
  }
  if (isAtOrBelow(baseHost, host)) return true;
  const parent = host.slice(host.indexOf('.') + 1);
  return isAtOrBelow(baseHost, parent) && isOwnParent(parent, host, baseHost);
}

const isAtOrBelow = (host: string, other: string): boolean =>
  host === other || host.endsWith(`.${other}`);

const bare = (host: string) => host.toLowerCase().replace(/\.$/, '');

const deploymentOf = (domain: string | undefined) =>
  domain === undefined ? null : (DEPLOYMENT_OF_DOMAIN[domain] ?? domain);

/** Second-level domains under which a country's registry gives out names: `example.ac.uk`. */
const SHARED_SECOND_LEVEL =
  /^(?:ac|co|com|edu|gob|gouv|gov|govt|go|id|k12|mil|ne|net|nom|or|org|sch|school|web)\.[a-z]{2}$/;

/**
 * Whether a host's parent has the same owner as the host. No rule can tell `example.com` from a domain
 * that gives out names to anybody, such as `github.io` or `co.uk`, and the public list of those is
 * long. So it counts only below `edu`, where each name is one institution's, and where the hosts have
 * names that the vendor gives them: `base.manager.example.com`, or `mentor.example.com` and
 * `api.example.com`. In every other case the user is asked.
 */
function isOwnParent(parent: string, host: string, baseHost: string): boolean {
  if (!parent.includes('.') || SHARED_SECOND_LEVEL.test(parent) || isAddress(host)) return false;
  if (parent.endsWith('.edu') || baseHost === `base.manager.${parent}`) return true;
  return baseHost === `api.${parent}` && (isMentorApp(host) || isLearningApp(host));
}

const isAddress = (host: string) => /^[\d.]+$|^\[/.test(host);
