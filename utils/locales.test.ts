import { expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import spanish from '@/public/_locales/es/messages.json';

const placeholders = (text: string) => [...text.matchAll(/\$\d/g)].map(([name]) => name).sort();

it('fault 100: every locale has every text, with the same values in it', () => {
  expect(Object.keys(spanish)).toEqual(Object.keys(english));
  for (const [key, { message }] of Object.entries(english)) {
    const other = Object.entries(spanish).find(([name]) => name === key)?.[1].message ?? '';
    expect(placeholders(other), key).toEqual(placeholders(message));
  }
});
