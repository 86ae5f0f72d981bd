import { isOfDeployment } from './deployment';
import { vendorDomain } from './hosts';
import { isLearningApp, isMentorApp } from './route';
import { parseMentorId, parseOrg } from './segment';
import { parseUrl } from './url';

/** The mentor app of each of the vendor's domains (taken from its published front ends). */
const MENTOR_APP_OF: Record<string, string> = {
  'ibl.ai': 'os.ibl.ai',
  'iblai.app': 'mentorai.iblai.app',
  'iblai.org': 'mentorai.iblai.org',
  'iblai.tech': 'mentor.iblai.tech',
};

const DEFAULT_APP = 'os.ibl.ai';

/**
 * Returns the URL of the platform's own analytics page for an organization, and for the mentor
 * where there is one: `/platform/{org}/{mentor}/analytics` of the mentor app, on the page's host
 * where that is this app. Null where a name cannot be a segment of a path.
 */
export function analyticsUrl(
  host: string | null,
  org: string,
  mentor: string | null,
): string | null {
  const names = [parseOrg(org), ...(mentor === null ? [] : [parseMentorId(mentor)])];
  const segments = names.flatMap((name) => (name.ok ? [encodeURIComponent(name.value)] : []));
  if (segments.length < names.length) return null;
  return `https://${appHost(host)}/platform/${segments.join('/')}/analytics`;
}

/**
 * As `analyticsUrl`, for figures from a base URL: on the page's host where it belongs to the same
 * deployment, otherwise on the vendor's host; null where no app of the deployment is known.
 */
export function analyticsUrlFor(
  host: string | null,
  baseUrl: string,
  org: string,
  mentor: string | null,
): string | null {
  if (host !== null && isOfDeployment(host, baseUrl)) return analyticsUrl(host, org, mentor);
  const domain = vendorDomain(parseUrl(baseUrl)?.hostname ?? '');
  if (domain === undefined) return null;
  return analyticsUrl(isOfDeployment(DEFAULT_APP, baseUrl) ? null : domain, org, mentor);
}

function appHost(host: string | null): string {
  if (host === null) return DEFAULT_APP;
  const domain = vendorDomain(host);
  if (isMentorApp(host) || (domain === undefined && !isLearningApp(host))) return host;
  return MENTOR_APP_OF[domain ?? ''] ?? DEFAULT_APP;
}
