/** The result of `readPage`: raw texts that are not trusted. */
export interface RawPage {
  hostname: string;
  protocol: string;
  pathname: string;
  /** The storage of this tab only: newer apps keep a separate sign-in for each tab there. */
  session: Record<string, string | null>;
  local: Record<string, string | null>;
  cookies: Record<string, string | null>;
}

/**
 * Runs inside a page (`scripting.executeScript`), in the isolated world, so it must not use
 * anything outside itself; the page cannot replace the `Storage`, `JSON` and `Array` that are used
 * here. It reads the few keys that tell who is signed in and, where the storages do not, four
 * cookies by name. It never reads session tokens or the query string. It never throws.
 */
export async function readPage(): Promise<RawPage> {
  const longest = 65_536;
  const cut = (text: unknown) => (typeof text === 'string' && text.length <= longest ? text : null);
  const session: Record<string, string | null> = {};
  const local: Record<string, string | null> = {};
  for (const key of [
    'userData',
    'current_tenant',
    'visiting_tenant',
    'tenant',
    'app_tenant',
    'tenants',
  ]) {
    try {
      session[key] = cut(sessionStorage.getItem(key));
    } catch {
      session[key] = null;
    }
    try {
      local[key] = cut(localStorage.getItem(key));
    } catch {
      local[key] = null;
    }
  }
  const says = (key: string) =>
    [session[key], local[key]].some((text) => text && text !== 'undefined' && text !== 'null');
  const wanted = says('userData') ? [] : ['ibl_user_data', 'ibl_current_tenant', 'ibl_tenant'];
  if (!says('current_tenant') && !says('tenant')) wanted.push('tenant');
  const cookies: Record<string, string | null> = {};
  for (const name of wanted) {
    try {
      const jar = globalThis.cookieStore;
      if (jar) {
        cookies[name] = cut((await jar.get(name))?.value);
      } else {
        // A browser without a cookie store returns all cookies at once; only the named one is kept.
        const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
        cookies[name] = cut(pair?.slice(name.length + 1));
      }
    } catch {
      cookies[name] = null;
    }
  }
  return {
    hostname: location.hostname,
    protocol: location.protocol,
    pathname: location.pathname.slice(0, 2048),
    session,
    local,
    cookies,
  };
}
