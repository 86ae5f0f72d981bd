// @vitest-environment node
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyOf } from '../data/organizations';
import { ask } from '../server/ask';
import { type Demo, startDemo } from '../server/server';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

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

  it.each([
    ['https://os.ibl.ai/env.js', '"NEXT_PUBLIC_API_BASE_URL":"https://api.iblai.app"'],
    ['https://mentor.example.edu/env.js', '"NEXT_PUBLIC_PLATFORM_BASE_DOMAIN":"example.edu"'],
  ])('publish where the API is: %s', async (href, text) => {
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
