import { expect, it } from 'vitest';
import type { BaseAnswer } from '@/utils/api/base-answer';
import { findBase } from './find-base';

const answers: Record<string, BaseAnswer> = {
  'https://a.example.edu': 'pages',
  'https://b.example.edu/dm': 'api',
  'https://c.example.edu': 'api',
};
const find = async (...candidates: string[]) => {
  const asked: string[] = [];
  const lookAt = async (baseUrl: string, org: string) => {
    asked.push(`${baseUrl} ${org}`);
    // The most likely base answers last.
    if (baseUrl.includes('b.')) await new Promise((resolve) => setTimeout(resolve, 5));
    return answers[baseUrl] ?? 'unreachable';
  };
  return { asked, found: await findBase({ lookAt }, { candidates, organization: '' }) };
};

it('keeps the first that answers as the API does, however late', async () => {
  const { found, asked } = await find(...Object.keys(answers));
  expect(found).toBe('https://b.example.edu/dm');
  expect(asked).toEqual(Object.keys(answers).map((baseUrl) => `${baseUrl} main`));
});

it('finds none where none does', async () => {
  expect((await find('https://a.example.edu', 'https://gone.example.edu')).found).toBeNull();
  expect((await find()).found).toBeNull();
});
