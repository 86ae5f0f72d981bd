import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '@/utils/failure';
import { type Page, readPages } from './pages';

/** A list of `rows` numbers with two on each page; `broken` is the page that fails. */
function list(rows: number, broken = 0) {
  const asked: number[] = [];
  const read = async (page: number): Promise<Result<Page<number>>> => {
    asked.push(page);
    if (page === broken) return fail({ kind: 'offline' });
    const all = Array.from({ length: rows }, (_, index) => index);
    const hasNext = (one: number) => one * 2 < rows;
    return ok({ rows: all.slice(page * 2 - 2, page * 2), total: rows, hasNext });
  };
  return { asked, read };
}

describe('readPages', () => {
  it('reads as many pages as there are', async () => {
    const { asked, read } = list(5);
    expect(await readPages(read, 9)).toEqual(ok({ rows: [0, 1, 2, 3, 4], total: 5, more: false }));
    expect(asked).toEqual([1, 2, 3]);
  });

  it('says that there are more where the limit ends it', async () => {
    const { asked, read } = list(5);
    expect(await readPages(read, 2)).toEqual(ok({ rows: [0, 1, 2, 3], total: 5, more: true }));
    expect(asked).toEqual([1, 2]);
  });

  it('fails with the first page, and stays with what it has when a later one fails', async () => {
    expect(await readPages(list(5, 1).read, 9)).toEqual(fail({ kind: 'offline' }));
    const later = await readPages(list(5, 2).read, 9);
    expect(later).toEqual(ok({ rows: [0, 1], total: 5, more: true }));
  });

  it('is not led on by empty pages that promise more', async () => {
    const asked: number[] = [];
    const read = async (page: number): Promise<Result<Page<number>>> => {
      asked.push(page);
      return ok({ rows: [], total: null, hasNext: () => true });
    };
    expect(await readPages(read, 9)).toEqual(ok({ rows: [], total: null, more: false }));
    expect(asked).toEqual([1]);
  });
});
