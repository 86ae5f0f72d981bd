import { MENTORS, type Mentor, ORGS, type Org, USERS, type User } from '../world';

/** What a page of an app is given to work with. */
export interface PageData {
  app: 'mentor' | 'learning';
  orgs: Org[];
  users: User[];
  mentors: Mentor[];
}

/** The world as an app sees it. API keys are no part of it: no page of ibl.ai holds one. */
export function pageData(app: PageData['app']): PageData {
  return { app, orgs: ORGS, users: USERS, mentors: MENTORS };
}
