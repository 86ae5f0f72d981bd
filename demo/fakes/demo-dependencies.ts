import { apiKeyOf } from '@/demo/data/organizations';
import { ask } from '@/demo/server/ask';
import type { Generation } from '@/demo/server/control';
import { type Demo, startDemo } from '@/demo/server/server';
import type { Capabilities } from '@/utils/api/capabilities/capabilities';
import { fakeDeps } from './worker-dependencies';

/** For tests: the real background code over the demo's API, for a deployment not yet known. */
export async function demoDeps(generation: Generation, capabilities: Capabilities = {}) {
  const deps = fakeDeps(undefined, capabilities);
  const demo = await startDemo({ nowMs: () => deps.state.nowMs, generation });
  const authorization = `Api-Token ${apiKeyOf('acme', 'ada')}`;
  deps.state.reply = async (url) => {
    const heard = await ask(demo.httpsPort, url.href, authorization);
    const type = heard.headers['content-type'] ?? '';
    return new Response(heard.body, { status: heard.status, headers: { 'content-type': type } });
  };
  return { ...deps, demo, pathsFrom: (from: number) => pathsOf(demo, from) };
}

/** The operations that were asked from the nth request on, with the status of each. */
const pathsOf = ({ requests }: Demo, from: number): string[] =>
  requests.slice(from).map(({ path, status }) => {
    const [, name = path] = /\/(?:users\/[^/]+|analytics)\/(.+)\/$/.exec(path) ?? [];
    return `${name} ${status}`;
  });
