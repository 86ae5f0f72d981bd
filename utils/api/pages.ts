import { ok, type Result } from '@/utils/failure';

/** One page of a list, and the number of rows on all pages where it is given. */
export interface Page<T> {
  rows: T[];
  total: number | null;
  hasNext(page: number): boolean;
}

/** The rows of the first pages; `total` is the number of all rows, null where it is not given. */
export interface Listed<T> {
  rows: T[];
  total: number | null;
  /** True where there are rows beyond the last page that was read. */
  more: boolean;
}

/**
 * Reads a list page by page (from 1), at most `most` pages, and none after rows that are enough. If a
 * later page fails, the rows read so far are returned, as they are still correct. If the first page
 * fails, its failure is returned.
 */
export async function readPages<T>(
  readPage: (page: number) => Promise<Result<Page<T>>>,
  most: number,
  isEnough: (rows: T[]) => boolean = () => false,
): Promise<Result<Listed<T>>> {
  const rows: T[] = [];
  let total: number | null = null;
  for (let page = 1; page <= most; page++) {
    const answer = await readPage(page);
    if (!answer.ok) return page === 1 ? answer : ok({ rows, total, more: true });
    rows.push(...answer.value.rows);
    total = answer.value.total ?? total;
    // Stops at an empty page, which could otherwise promise another page forever.
    if (!answer.value.hasNext(page) || answer.value.rows.length === 0) {
      return ok({ rows, total, more: false });
    }
    if (isEnough(rows)) break;
  }
  return ok({ rows, total, more: true });
}
