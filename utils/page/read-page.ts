/** What `readPage` hands out of a page: raw texts, believed in nothing. */
export interface RawPage {
  hostname: string;
  protocol: string;
  pathname: string;
  /** Of this tab alone: newer apps keep each tab's own sign-in there. */
  session: Record<string, string | null>;
  local: Record<string, string | null>;
  cookies: Record<string, string | null>;
}

/**
 * Runs inside a page (`scripting.executeScript`), in the isolated world, so it may use nothing from
 * outside itself; the page's own `Storage`, `JSON` and `Array` are not the ones used here. It reads
 * the few keys that say who is signed in, and where the storages don't, four cookies by name.
 * Session tokens and the query string are never read. It never throws.
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
        // Browsers without a cookie store give all cookies at once; only the named one is kept.
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
