import { MENTORS, type Mentor, ORGS, type Org, USERS, type User } from '../data/organizations';

/** The data that a page of an app gets. */
export interface PageData {
  app: 'mentor' | 'learning';
  orgs: Org[];
  users: User[];
  mentors: Mentor[];
}

/** The demo's organizations and users for an app, without API keys, because no page of ibl.ai has one. */
export function pageData(app: PageData['app']): PageData {
  return { app, orgs: ORGS, users: USERS, mentors: MENTORS };
}
