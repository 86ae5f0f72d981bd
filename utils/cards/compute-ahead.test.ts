import { afterEach, describe, expect, it, vi } from 'vitest';
import { newUsers } from './cohorts/kpi';
import { computeAhead } from './compute-ahead';
import { cohortsOf } from './fake-figures';

afterEach(() => void vi.useRealTimers());

const cards = () => ({ cohorts: { data: cohortsOf([[1, 2]]), fetchedAtMs: 0 } });

describe('headline figures computed ahead', () => {
  it('are found by the drawing', async () => {
    const shown = cards();
    const before = vi.spyOn(shown.cohorts.data.points, Symbol.iterator);
    const mapped = vi.spyOn(shown.cohorts.data.points, 'map');
    await computeAhead(shown);
    const read = mapped.mock.calls.length + before.mock.calls.length;
    expect(read).toBeGreaterThan(0);
    newUsers(shown.cohorts.data);
    expect(mapped.mock.calls.length + before.mock.calls.length).toBe(read);
  });

  it('leave the page a turn as soon as they take long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let nowMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 10));
    const ended = vi.fn();
    computeAhead(cards()).then(ended);
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(1);
    expect(ended).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(ended).toHaveBeenCalled();
  });
});
