/** The organization and mentor in a page's URL. */
export interface Route {
  org: string | null;
  /** A unique id or a slug. */
  mentor: string | null;
}

/** Apps that have other pages at the place in the path where mentor apps name a mentor. */
const LEARNING_APPS = /^(?:(?:lms|skills|skillsai|crm|analytics)\.|(?:apps\.)?learn\.iblai\.app$)/;
const MENTOR_APPS = /^(?:os|mentor|mentorai|app)\./;

/** Whether a host has the name of an app with mentors in its paths. */
export const isMentorApp = (host: string): boolean => MENTOR_APPS.test(host);

/** Whether a host has the name of an app without mentors in its paths. */
export const isLearningApp = (host: string): boolean => LEARNING_APPS.test(host);

const NOT_MENTORS = new Set(['explore', 'notifications', 'projects', 'workflows', 'analytics']);

const UNIQUE_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Returns the organization and mentor in the path of an app's page. An organization's own domain
 * may be either kind of app, so only a unique id counts as a mentor there.
 */
export function routeOf(host: string, pathname: string): Route {
  const [root, ...rest] = pathname.split('/').filter(Boolean).map(decode);
  if (root === 'share' && rest[0] === 'chat') {
    return { org: rest[2] ?? null, mentor: rest[3] ?? null };
  }
  if (root !== 'platform') return { org: null, mentor: null };
  const [org, ...below] = rest;
  // The only page of the learning app that names a mentor.
  if (below[0] === 'onboarding') return { org: org ?? null, mentor: below[1] ?? null };
  return { org: org ?? null, mentor: mentorAllowed(host, mentorIn(below)) };
}

function mentorIn([first, second, third]: (string | null)[]): string | null {
  if (first === 'projects') return third ?? null;
  if (first === 'workflows') return second ?? null;
  return first && !NOT_MENTORS.has(first) ? first : null;
}

function mentorAllowed(host: string, mentor: string | null): string | null {
  if (mentor === null || isLearningApp(host)) return null;
  return isMentorApp(host) || UNIQUE_ID.test(mentor) ? mentor : null;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
