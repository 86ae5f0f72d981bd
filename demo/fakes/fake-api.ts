import { DAY_MS } from '@/utils/figures/time/range';

/** For tests: the API's reply to a request and its number in order. */
export type Reply = (url: URL, count: number, request: Request) => Response | Promise<Response>;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

/** Never answers. */
export const silence = () => new Promise<Response>(() => undefined);

/** A web framework's answer to an unknown path. */
export const noSuchPath = () =>
  new Response('<h1>Not Found</h1>', { status: 404, headers: { 'content-type': 'text/html' } });

/** The first generation: one new user, two veterans and three entries a day; a dollar for each day that is asked. */
export const believable = (url: URL): Response => {
  const at = (name: string) => Date.parse(url.searchParams.get(name) ?? '');
  const days: string[] = [];
  for (let ms = at('start_date'); ms < at('end_date'); ms += DAY_MS) {
    days.push(new Date(ms).toISOString());
  }
  if (/\/api\/(?:analytics|core)\//.test(url.pathname)) return noSuchPath();
  if (url.pathname.endsWith('/costs/model/')) return json([{ model: 'm', total_cost: 1 }]);
  if (url.pathname.endsWith('/costs/permentor/')) return json({ count: 0, results: [] });
  if (url.pathname.endsWith('/public-settings/')) {
    return json({ mentor_unique_id: 'm-1', mentor_name: 'Tutor' });
  }
  if (url.pathname.endsWith('/cost/') || url.pathname.endsWith('/user-cost/')) {
    return json({ total_cost: (at('end_date') - at('start_date')) / DAY_MS });
  }
  if (url.pathname.endsWith('/user-feedback/')) {
    return json([days.map((period) => ({ period, feedback_count: 3 }))]);
  }
  return json({ periods: days, new_users: days.map(() => 1), veteran_users: days.map(() => 2) });
};

/** Replies otherwise to the paths that contain `part`. */
export const only =
  (part: string, reply: Reply): Reply =>
  (url, ...rest) =>
    url.pathname.includes(part) ? reply(url, ...rest) : believable(url);
