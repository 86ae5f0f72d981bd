import type { Stored } from './raw-page';
import { json, meant } from './stored-text';

/**
 * The storage that tells who is signed in, and the stored texts about that person and their
 * organizations.
 */
export interface SignIn {
  from: 'session-storage' | 'local-storage' | 'cookies';
  said: Stored;
}

/**
 * Returns the stored sign-in. Where the tab has its own sign-in (newer apps keep one for each tab),
 * local storage is ignored, as it belongs to whoever signed in last in any tab. Otherwise the tab's
 * own values are preferred.
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

/**
 * Whether a stored text describes a person, even one without a name; damaged text does not count.
 */
function isPerson(text: string | null | undefined): boolean {
  const value = json(text);
  return value instanceof Object && !Array.isArray(value);
}
