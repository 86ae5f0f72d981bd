import type { Org, User } from '../../data/organizations';

/** Where and how a page stores who is signed in; the real apps do `local`, and cookies beside it. */
export type Store = 'local' | 'cookies' | 'malformed' | 'undefined' | 'missing';

/** Never to be read by anyone; here so that a test can show that nobody does. */
const SECRETS = ['dm_token', 'dm_token_key', 'axd_token', 'edx_jwt_token'];
const KEYS = ['userData', 'current_tenant', 'tenant', 'app_tenant', 'tenants', ...SECRETS];
const COOKIES = ['ibl_user_data', 'ibl_current_tenant', 'ibl_tenant'];

const storage = storageOrMemory();

/** Stores a session as the apps do. */
export function signIn(user: User, org: Org, orgs: Org[], store: Store): void {
  signOut();
  const userData = JSON.stringify({
    user_id: user.id,
    user_nicename: user.name,
    user_email: user.email,
    user_display_name: user.displayName,
    user_fullname: user.displayName,
  });
  const isAdmin = user.memberships.some((it) => it.orgKey === org.key && it.isAdmin);
  const tenant = JSON.stringify({ ...tenantOf(org), is_admin: isAdmin });
  const tenants = JSON.stringify(
    orgs.filter(({ key }) => user.memberships.some((it) => it.orgKey === key)).map(tenantOf),
  );
  if (store === 'local' || store === 'cookies') {
    setCookies(userData, tenant, tenants);
  }
  if (store === 'cookies' || store === 'missing') return;
  storage.setItem('userData', spoiled(userData, store));
  storage.setItem('current_tenant', spoiled(tenant, store));
  storage.setItem('tenant', org.key);
  storage.setItem('app_tenant', org.key);
  storage.setItem('tenants', spoiled(tenants, store));
  for (const name of SECRETS) storage.setItem(name, `secret-${name}-of-${user.name}`);
}

/** Removes everything that a session has stored. */
export function signOut(): void {
  for (const key of KEYS) storage.removeItem(key);
  for (const name of COOKIES) setCookie(`${name}=; max-age=0`);
}

/** The user name in the session; null when nobody is signed in. */
export function signedIn(): string | null {
  const [, cookie] = /(?:^|; )ibl_user_data=([^;]*)/.exec(document.cookie) ?? [];
  const stored = storage.getItem('userData') ?? (cookie && decodeURIComponent(cookie));
  const [, name] = /"user_nicename":"([^"]+)"/.exec(stored ?? '') ?? [];
  return name ?? null;
}

function tenantOf(org: Org): { key: string; name: string; platform_name: string } {
  return { key: org.key, name: org.name, platform_name: org.name };
}

function spoiled(json: string, store: Store): string {
  if (store === 'malformed') return json.slice(0, -4);
  return store === 'undefined' ? 'undefined' : json;
}

function setCookies(...values: string[]): void {
  for (const [index, value] of values.entries()) {
    setCookie(`${COOKIES[index]}=${encodeURIComponent(value)}`);
  }
}

function setCookie(cookie: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the apps' session has to be there at once.
  document.cookie = `${cookie}; path=/; secure`;
}

/** A page framed by another site is denied its storage; it then remembers for itself. */
function storageOrMemory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    return localStorage;
  } catch {
    const memory = new Map<string, string>();
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    };
  }
}
