import * as z from 'zod/mini';
import { isOfDeployment } from '@/utils/deployment/deployment';

const LONGEST_HOST = 253;
const MOST_PAGES = 50;

export const allowedPagesSchema = z.array(
  z.object({ host: z.string().check(z.maxLength(LONGEST_HOST)), baseUrl: z.string() }),
);

/** The hosts whose pages the user has said to belong to the deployment at a base URL. */
export type AllowedPages = z.infer<typeof allowedPagesSchema>;
export type AllowedPage = AllowedPages[number];

/** Whether a page belongs to the deployment at a base URL, by its host or because the user said so. */
export const isPageOf = (pages: AllowedPages | undefined, host: string, baseUrl: string): boolean =>
  isOfDeployment(host, baseUrl) ||
  (pages ?? []).some((page) => page.host === host && page.baseUrl === baseUrl);

/** Adds a page to the list; the oldest are dropped where there are very many. */
export const withAllowedPage = (pages: AllowedPages | undefined, page: AllowedPage): AllowedPages =>
  [
    ...(pages ?? []).filter(({ host, baseUrl }) => host !== page.host || baseUrl !== page.baseUrl),
    page,
  ].slice(-MOST_PAGES);
