import { expect, it } from 'vitest';
import { isPageOf, withAllowedPage } from './allowed-pages';

const page = { host: 'mentor.example.edu', baseUrl: 'https://api.iblai.app/dm' };

it('belongs to the base it was allowed for, and to no other', () => {
  expect(isPageOf(undefined, page.host, page.baseUrl)).toBe(false);
  const pages = withAllowedPage(undefined, page);
  expect(isPageOf(pages, page.host, page.baseUrl)).toBe(true);
  expect(isPageOf(pages, page.host, 'https://base.manager.iblai.app')).toBe(false);
  expect(isPageOf(pages, 'evil.example.edu', page.baseUrl)).toBe(false);
});

it('is kept once, and the oldest go where there are very many', () => {
  expect(withAllowedPage([page], page)).toEqual([page]);
  const many = Array.from({ length: 60 }, (_, n) => ({ ...page, host: `host-${n}.example` }));
  const kept = many.reduce(withAllowedPage, [page]);
  expect(kept).toHaveLength(50);
  expect(kept).not.toContainEqual(page);
});
