import type { Mentor } from '../../data/organizations';
import type { PageData } from '../data';

/** Where in an app we are, as its URLs say it. */
export interface Place {
  orgKey: string;
  /** Null on pages without one. */
  mentor: Mentor | null;
  /** `explore` and the like, or a page of the learning app. */
  section: string | null;
}

const SECTIONS = ['explore', 'notifications', 'projects', 'workflows', 'analytics'];

/** Reads the forms of the mentor app's URLs, and the learning app's, which have no mentor. */
export function placeOf(pathname: string, { app, orgs, mentors }: PageData): Place {
  const parts = pathname.split('/').filter(Boolean);
  const shared = parts[0] === 'share';
  const orgKey = parts[shared ? 3 : 1] ?? orgs[0]?.key ?? '';
  const [third, fourth, fifth] = shared ? [parts[4]] : parts.slice(2);
  const inSection = third !== undefined && !shared && SECTIONS.includes(third);
  const inProject = third === 'projects' ? fifth : third === 'workflows' ? fourth : undefined;
  const wanted = app === 'learning' ? undefined : inSection ? inProject : third;
  const found = mentors.find(
    (it) => it.orgKey === orgKey && (it.id === wanted || it.slug === wanted),
  );
  return { orgKey, mentor: found ?? null, section: found ? null : (third ?? null) };
}

/** Goes to another page in place, as the apps do. */
export function navigate(pathname: string): void {
  history.pushState(null, '', pathname);
  dispatchEvent(new PopStateEvent('popstate'));
}
