import { type Behaviour, refused } from '../api/answer';
import { answerCore } from '../api/core';
import { type ApiRequest, answerGen1 } from '../api/gen1/operations';
import { answerGen2 } from '../api/gen2/operations';
import type { Assets } from '../pages/assets';
import { envScript } from '../pages/env';
import { siteOf } from '../pages/hosts';
import { appPage, plainPage } from '../pages/html';
import type { Generation } from './control';
import type { Reply } from './play';

export interface DemoRequest extends Omit<ApiRequest, 'path' | 'query'> {
  url: URL;
  generation: Generation;
  assets: Assets;
}

/** Null for a host or a path that is not the API's, else the path without the base URL's prefix. */
export function apiPathOf({ hostname, pathname }: URL): string | null {
  const prefix = hostname === 'docs.ibl.ai' ? '/_mock/apis/ibl' : '/dm';
  if (hostname.startsWith('base.manager.')) return pathname;
  if (!hostname.startsWith('api.') && hostname !== 'docs.ibl.ai') return null;
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : null;
}

/** Returns the reply to a request without a fault. */
export function replyTo(request: DemoRequest): Reply {
  const { url, assets } = request;
  const path = apiPathOf(url);
  if (path !== null) return apiReply({ ...request, path, query: url.searchParams });
  if (url.hostname.startsWith('api.')) return json(404, refused(404, 'Not found.').body);
  const asset = url.pathname.startsWith('/_demo/') ? assets.get(url.pathname.slice(7)) : undefined;
  if (asset) return { status: 200, headers: { 'content-type': asset.type }, body: asset.body };
  const env = url.pathname === '/env.js' && envScript(url.hostname, request.behaviour.published);
  if (env) return { status: 200, headers: { 'content-type': 'text/javascript' }, body: env };
  const site = siteOf(url.hostname, url.pathname);
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: site === 'plain' ? plainPage(url.hostname, url.searchParams.get('frame')) : appPage(site),
  };
}

function apiReply(request: ApiRequest & { generation: Generation }): Reply {
  const { path, generation, behaviour } = request;
  const isServed = (generations: Generation[]) => generations.includes(generation);
  const isMentors = path.startsWith('/api/ai-mentor/');
  const first = isMentors || isServed(['1', 'both']) ? answerGen1(request) : null;
  const answer =
    answerCore(request) ?? first ?? (isServed(['2', 'both']) ? answerGen2(request) : null);
  return answer ? json(answer.status, answer.body) : missing(behaviour);
}

/** A path that leads nowhere is answered by the web framework, with a page; the API has sentences. */
function missing(behaviour: Behaviour): Reply {
  if (behaviour.missing === 'gone') return json(410, refused(410, 'This API was removed.').body);
  if (behaviour.missing === 'detail') return json(404, refused(404, 'Not found.').body);
  return {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html>
<html lang="en"><head><title>Not Found</title></head><body>
<h1>Not Found</h1><p>The requested resource was not found on this server.</p></body></html>`,
  };
}

function json(status: number, body: unknown): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
