import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '@/utils/failure';
import { mayBeMissing } from '../http/classify';
import { ask, startMs } from '../http/fake-http';

beforeEach(() => vi.useFakeTimers({ now: startMs }));
afterEach(() => vi.useRealTimers());

const said = (body: string, status = 404) =>
  ask([() => new Response(body, { status })]).then(({ outcome, seen }) => {
    expect(seen).toHaveLength(1);
    return outcome;
  });

const isOpen = (outcome: unknown) => mayBeMissing(outcome as Failure);

describe('fault 18: what is not found', () => {
  it.each([
    ['a page', '<!doctype html><title>Not Found</title>'],
    ['nothing', ''],
    ['a page that holds JSON', '<script>{"detail": "User not found"}</script>'],
    ['JSON that is no object', '"Not found"'],
    ['half an object', '{"detail": "User'],
    ['a page of a mebibyte', `{"detail": "User not found", "x": "${'x'.repeat(2 ** 20)}"}`],
  ])('is the operation, by %s', async (_, body) => {
    expect(await said(body)).toEqual({ kind: 'not-served' });
  });

  it('is the operation that is gone, whatever is said of it', async () => {
    expect(await said('{"detail": "User not found"}', 410)).toEqual({ kind: 'not-served' });
  });

  it.each([
    '{"detail": "Organization not found."}',
    '{"error": "No user ada"}',
    '{"detail": "Not found: mentor"}',
  ])('is an organization, user or mentor, by %s', async (body) => {
    const outcome = await said(body);
    expect(outcome).toEqual({ kind: 'not-found' });
    expect(isOpen(outcome)).toBe(false);
  });

  it.each([
    '{"detail": "Not found."}',
    '{"detail": "not found"}',
    '{"error": ""}',
    '{}',
  ])('may be either, by %s', async (body) => {
    const outcome = await said(body);
    expect(outcome).toEqual({ kind: 'not-found' });
    expect(isOpen(outcome)).toBe(true);
  });
});
