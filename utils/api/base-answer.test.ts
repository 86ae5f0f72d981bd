import { expect, it } from 'vitest';
import { baseAnswer } from './base-answer';

const json = (body: unknown, status: number) => new Response(JSON.stringify(body), { status });
const page = (status = 200) => new Response('<!doctype html>', { status });
const denied = () => json({ detail: 'Authentication credentials were not provided.' }, 401);

async function look(reply: (path: string) => Response | Promise<Response>, baseUrl: string) {
  const asked: Request[] = [];
  const fetch = async (request: Request) => {
    asked.push(request);
    return reply(new URL(request.url).pathname);
  };
  return { asked, answer: await baseAnswer(baseUrl, 'acme', { fetch, now: () => 0 }) };
}

it.each<[string, string, (path: string) => Response | Promise<Response>, number]>([
  ['api', 'the API', denied, 1],
  ['api', 'an older one', (path) => (path.includes('/core/') ? page(404) : denied()), 2],
  ['api', 'the oldest', (path) => (path.includes('user-cost') ? denied() : page(404)), 3],
  ['api', 'one that forbids', () => json({ detail: 'no' }, 403), 1],
  ['nothing', 'a gateway', () => json({ detail: 'Not found.' }, 404), 3],
  ['nothing', 'another API', () => json({ hello: 'world' }, 200), 3],
  ['nothing', 'a proxy that wants a password', () => page(401), 3],
  ['pages', 'a site', () => page(), 3],
  ['pages', 'a way to a sign-in', () => new Response(null, { status: 302 }), 3],
  ['unreachable', 'nobody', () => Promise.reject(new TypeError('Failed to fetch')), 1],
])('%s: %s, asked without a key and without cookies', async (expected, _name, reply, requests) => {
  const { answer, asked } = await look(reply, 'https://api.example.edu/dm');
  expect(answer).toBe(expected);
  expect(asked).toHaveLength(requests);
  for (const request of asked) {
    expect(request.headers.has('authorization')).toBe(false);
    expect(request.credentials).toBe('omit');
    expect(request.url).toMatch(/^https:\/\/api\.example\.edu\/dm\/api\//);
  }
});

it('asks nothing of what is no base', async () => {
  const { answer, asked } = await look(denied, 'http://api.example.edu');
  expect([answer, asked.length]).toEqual(['nothing', 0]);
});
