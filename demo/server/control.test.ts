// @vitest-environment node
import { request } from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyOf } from '../data/organizations';
import { ask } from './ask';
import { type Demo, startDemo } from './server';

const path = '/api/ai-analytics/orgs/acme/users/ada/user-feedback/';
const query = '?start_date=2026-03-01&end_date=2026-03-20';
const url = `https://base.manager.iblai.app${path}${query}`;
const authorization = `Api-Token ${apiKeyOf('acme', 'ada')}`;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ nowMs: () => Date.UTC(2026, 2, 20) });
});
beforeEach(() => {
  demo.control.reset();
  demo.requests.length = 0;
});
afterAll(() => demo.close());

const get = () => ask(demo.httpsPort, url, authorization);
/** The first part of a body that may never end, and whether it ended with it. */
const firstPart = () =>
  new Promise<[string, boolean]>((resolve, reject) => {
    const { host, pathname, search } = new URL(url);
    const call = request(
      {
        ...{ host: '127.0.0.1', port: demo.httpsPort, path: pathname + search },
        ...{ headers: { host, authorization }, rejectUnauthorized: false, agent: false },
      },
      (response) => {
        response.once('data', (part: Buffer) => {
          resolve([part.toString(), response.complete]);
          call.destroy();
        });
      },
    );
    call.on('error', reject).end();
  });
const statuses = async (count: number) => {
  const seen: number[] = [];
  for (let i = 0; i < count; i++) seen.push((await get()).status);
  return seen;
};

describe('faults', () => {
  it('go wrong so many times, then all is well', async () => {
    demo.control.add({ match: 'user-feedback', status: 503, body: '', times: 2 });
    expect(await statuses(3)).toEqual([503, 503, 200]);
  });

  it('concern what they match, until ended', async () => {
    demo.control.add({ match: 'user-cost', status: 500 });
    const end = demo.control.add({ match: 'iblai.app/api', status: 502 });
    expect(await statuses(1)).toEqual([502]);
    end();
    expect(await statuses(1)).toEqual([200]);
  });

  it('say what they are told: headers, body, redirect', async () => {
    demo.control.add({ match: '', status: 429, headers: { 'retry-after': '7' }, body: { a: 1 } });
    expect(await get()).toMatchObject({
      status: 429,
      headers: { 'retry-after': '7' },
      json: { a: 1 },
    });
    demo.control.add({ match: '', redirect: 'https://evil.example/' });
    expect(await get()).toMatchObject({
      status: 302,
      headers: { location: 'https://evil.example/' },
    });
  });

  it.each([
    { resetBeforeHeaders: true },
    { resetMidBody: true },
  ])('break off: %o', async (fault) => {
    demo.control.add({ match: '', ...fault });
    await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('stall within the body', async () => {
    demo.control.add({ match: '', stallBody: true });
    const [first, isComplete] = await firstPart();
    expect(first).toMatch(/^\[\[/);
    expect(isComplete).toBe(false);
    expect(() => JSON.parse(first)).toThrow();
  });

  it('send far too much', async () => {
    demo.control.add({ match: '', bytes: 5_000_000 });
    const heard = await get();
    expect(heard.body).toHaveLength(5_000_000);
    expect(heard.headers['content-length']).toBeUndefined();
  });

  it('come in drops, whole in the end', async () => {
    const whole = await get();
    demo.control.add({ match: '', dripMs: 0 });
    expect((await get()).json).toEqual(whole.json);
  });

  it('pack 256 MiB into little', async () => {
    demo.control.add({ match: '', gzipBomb: true });
    const heard = await get();
    expect(heard.headers['content-encoding']).toBe('gzip');
    expect(Buffer.byteLength(heard.body)).toBeLessThan(4_000_000);
  });
});

describe('the log', () => {
  it('holds every request, with what it carried and got', async () => {
    await get();
    expect(demo.requests).toEqual([
      {
        method: 'GET',
        host: 'base.manager.iblai.app',
        path,
        query,
        authorization,
        atMs: Date.UTC(2026, 2, 20),
        status: 200,
      },
    ]);
  });
});
