import { ok, type Result } from '@/utils/failure';

/** One page of a list, and how many rows there are on all of them, where that was told. */
export interface Page<T> {
  rows: T[];
  total: number | null;
  hasNext(page: number): boolean;
}

/** The rows of the first pages; `total` says how many there are in all, null where nobody does. */
export interface Listed<T> {
  rows: T[];
  total: number | null;
  /** True where there are rows beyond the last page that was read. */
  more: boolean;
}

/**
 * Reads a list page by page (from 1), no more than `most` of them. A later page that fails ends the
 * list where it stands: what was read is true of as many rows. The first page's failure is the list's.
 */
export async function readPages<T>(
  readPage: (page: number) => Promise<Result<Page<T>>>,
  most: number,
): Promise<Result<Listed<T>>> {
  const rows: T[] = [];
  let total: number | null = null;
  for (let page = 1; page <= most; page++) {
    const answer = await readPage(page);
    if (!answer.ok) return page === 1 ? answer : ok({ rows, total, more: true });
    rows.push(...answer.value.rows);
    total = answer.value.total ?? total;
    // An empty page that promises another one would be asked for ever.
    if (!answer.value.hasNext(page) || answer.value.rows.length === 0) {
      return ok({ rows, total, more: false });
    }
  }
  return ok({ rows, total, more: true });
}
