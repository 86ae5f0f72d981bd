import { ask } from '@/demo/ask';
import type { Generation } from '@/demo/control';
import { type Demo, startDemo } from '@/demo/server';
import { apiKeyOf } from '@/demo/world';
import type { Findings } from '@/utils/api/served';
import { fakeWorld } from './fake-world';

/** For tests: the real background code over the demo's API, for a deployment not yet known. */
export async function demoWorld(generation: Generation, findings: Findings = {}) {
  const world = fakeWorld(undefined, findings);
  const demo = await startDemo({ nowMs: () => world.state.nowMs, generation });
  const authorization = `Api-Token ${apiKeyOf('acme', 'ada')}`;
  world.state.reply = async (url) => {
    const heard = await ask(demo.httpsPort, url.href, authorization);
    const type = heard.headers['content-type'] ?? '';
    return new Response(heard.body, { status: heard.status, headers: { 'content-type': type } });
  };
  return { ...world, demo, pathsFrom: (from: number) => pathsOf(demo, from) };
}

/** The operations that were asked from the nth request on, with the status of each. */
const pathsOf = ({ requests }: Demo, from: number): string[] =>
  requests.slice(from).map(({ path, status }) => {
    const [, name = path] = /\/(?:users\/[^/]+|analytics)\/(.+)\/$/.exec(path) ?? [];
    return `${name} ${status}`;
  });
