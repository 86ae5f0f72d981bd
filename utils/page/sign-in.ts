import type { Stored } from './raw-page';
import { json, meant } from './stored-text';

/** Which place says who is signed in, and what the storages say of that person and their organizations. */
export interface SignIn {
  from: 'session-storage' | 'local-storage' | 'cookies';
  said: Stored;
}

/**
 * Where the tab has a sign-in of its own (newer apps keep one in each tab), local storage is of whoever
 * signed in last, in whichever tab: nothing of it is believed then. Else the tab's own values go first.
 */
export function signInOf({ session, local }: { session: Stored; local: Stored }): SignIn {
  if (isPerson(session.userData)) return { from: 'session-storage', said: session };
  const said: Stored = { ...local };
  for (const key of [
    'current_tenant',
    'visiting_tenant',
    'tenant',
    'app_tenant',
    'tenants',
  ] as const) {
    said[key] = meant(session[key]) ?? local[key];
  }
  return { from: isPerson(local.userData) ? 'local-storage' : 'cookies', said };
}

/** Whether a stored text is about somebody, be it nobody by name; damage says nothing. */
function isPerson(text: string | null | undefined): boolean {
  const value = json(text);
  return value instanceof Object && !Array.isArray(value);
}
