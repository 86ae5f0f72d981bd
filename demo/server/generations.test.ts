// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiKeyOf } from '../data/organizations';
import { ask } from './ask';
import { type Demo, startDemo } from './server';

const api = 'https://base.manager.iblai.app/api';
const days = 'start_date=2026-03-01&end_date=2026-03-20';
const feedback = `${api}/ai-analytics/orgs/acme/users/ada/user-feedback/?${days}`;
const financial = `${api}/analytics/financial/?metric=total_costs&date_filter=custom&${days}`;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
beforeEach(() => demo.control.reset());
afterAll(() => demo.close());

const get = (url: string) => ask(demo.httpsPort, url, `Api-Token ${apiKeyOf('acme', 'ada')}`);

describe('generations', () => {
  it.each([
    ['1', 200, 404],
    ['2', 404, 200],
    ['both', 200, 200],
    ['neither', 404, 404],
  ] as const)('of a deployment with %s, which may change', async (generation, first, second) => {
    demo.control.generation = generation;
    expect((await get(feedback)).status).toBe(first);
    expect((await get(financial)).status).toBe(second);
  });

  it.each([
    ['page', 404, 'text/html; charset=utf-8', 'The requested resource was not found'],
    ['detail', 404, 'application/json', '{"detail":"Not found."}'],
    ['gone', 410, 'application/json', '{"detail":'],
  ] as const)('lack operations with a %s', async (missing, status, type, text) => {
    demo.control.generation = 'neither';
    demo.control.behaviour.missing = missing;
    const heard = await get(feedback);
    expect([heard.status, heard.headers['content-type']]).toEqual([status, type]);
    expect(heard.body).toContain(text);
  });

  it('are the first usually, and come back to what was started', async () => {
    demo.control.generation = '2';
    demo.control.reset();
    expect(demo.control.generation).toBe('1');
    const other = await startDemo({ generation: 'neither' });
    expect(other.control.generation).toBe('neither');
    await other.close();
  });
});
