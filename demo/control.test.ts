// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from './ask';
import { type Demo, startDemo } from './server';
import { apiKeyOf } from './world';

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

  it.each([{ resetBeforeHeaders: true }, { resetMidBody: true }])(
    'break off: %o',
    async (fault) => {
      demo.control.add({ match: '', ...fault });
      await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
    },
  );

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

  it('pack a gigabyte into little', async () => {
    demo.control.add({ match: '', gzipBomb: true });
    const heard = await get();
    expect(heard.headers['content-encoding']).toBe('gzip');
    expect(Buffer.byteLength(heard.body)).toBeLessThan(5_000_000);
  });
});

describe('the log', () => {
  it('holds every request, with what it carried and got', async () => {
    await get();
    expect(demo.requests).toEqual([
      {
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

describe('generations', () => {
  it.each([
    ['both', 200],
    ['2', 404],
    ['neither', 404],
  ] as const)('of a deployment with %s', async (generation, status) => {
    const other = await startDemo({ generation });
    expect((await ask(other.httpsPort, url, authorization)).status).toBe(status);
    await other.close();
  });
});

describe('pages', () => {
  const page = async (href: string) => (await ask(demo.httpsPort, href)).body;

  it.each([
    ['https://mentorai.iblai.app/platform/acme/calculus-tutor', '"app":"mentor"'],
    ['https://os.ibl.ai/', '"app":"mentor"'],
    ['https://mentor.example.edu/platform/acme/x', '"app":"mentor"'],
    ['https://lms.ibl.ai/platform/acme/courses', '"app":"learning"'],
    ['https://docs.ibl.ai/', 'A page like any other'],
    ['https://example.org/?frame=https://os.ibl.ai/', '<iframe src="https://os.ibl.ai/"'],
  ])('%s', async (href, text) => {
    expect(await page(href)).toContain(text);
  });

  it('hold no key, and load their code as JavaScript', async () => {
    expect(await page('https://os.ibl.ai/')).not.toContain(apiKeyOf('acme', 'ada'));
    for (const file of ['app', 'chat', 'dom', 'place', 'session']) {
      const { headers, body } = await ask(demo.httpsPort, `https://os.ibl.ai/_demo/${file}`);
      expect(headers['content-type']).toBe('text/javascript');
      expect(body).not.toContain('import type');
    }
  });
});
