import { originPattern, parseBaseUrl } from '@/utils/deployment/base-url';
import { isGranted } from '@/utils/deployment/granted';
import { parseUrl } from '@/utils/deployment/url';
import type { Failure } from '@/utils/failure';
import { sharedRun } from '@/utils/shared-run';
import { readSettings } from '@/utils/store/settings/settings';

/** Checked each time: permissions can be taken back while we run, and Firefox grants none by itself. */
export async function checkAccess(baseUrl: string): Promise<Failure | null> {
  const base = parseBaseUrl(baseUrl);
  const denied: Failure = { kind: 'host-not-allowed', host: parseUrl(baseUrl)?.host ?? '' };
  if (!base.ok) return denied;
  // If the browser gives no answer, the request goes on, because the user has entered and saved this base.
  return (await isGranted(originPattern(base.baseUrl))) === false ? denied : null;
}

// One question for all requests that are built at once.
const settingsNow = sharedRun(() => readSettings());
const questions = new Map<string, () => Promise<Failure | null>>();

function accessNow(baseUrl: string): Promise<Failure | null> {
  const ask = questions.get(baseUrl) ?? sharedRun(() => checkAccess(baseUrl));
  questions.set(baseUrl, ask);
  return ask();
}

/**
 * Why a request must not be made: its host is not allowed, or it is below no saved profile's base URL. The
 * worker's policy lets it connect to every `https:` host, so this is asked for each request that is built.
 */
export async function mayAsk(url: URL): Promise<Failure | null> {
  const read = await settingsNow();
  if (read.state === 'unread') return { kind: 'storage' };
  const profiles = read.state === 'ok' ? read.settings.profiles : [];
  const base = profiles.find(({ baseUrl }) => url.href.startsWith(`${baseUrl}/api/`));
  return base ? accessNow(base.baseUrl) : { kind: 'host-not-allowed', host: url.host };
}

/** Like `mayAsk`, for the test of a typed connection: only the host permission decides. */
export const mayTry = (url: URL): Promise<Failure | null> => checkAccess(url.origin);
