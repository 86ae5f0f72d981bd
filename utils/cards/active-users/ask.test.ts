// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { askCard } from '@/demo/fakes/ask-card';
import { activeUsers } from './data';

/** The card of so long where the deployment answers this of who was active. */
async function activeOf(kind: '24h' | '7d', answer: { count?: number; points?: unknown }) {
  const faults = [{ match: 'metric=active_users', body: { metric: 'active_users', ...answer } }];
  const { data } = await askCard('active-users', { generation: '2', range: { kind }, faults });
  if (!data) throw new Error('no figures');
  return data;
}

describe('active users of hours', () => {
  it('are unknown, not nobody, where the answer is a count of whole days alone', async () => {
    const data = await activeOf('24h', { count: 57 });
    expect(data).toMatchObject({ active: null, points: [] });
    expect(activeUsers.isEmpty(data)).toBe(false);
  });

  it('are nobody where every hour says so, also where those with somebody are outside', async () => {
    for (const date of ['2026-03-20T01:00:00Z', '2026-03-19T01:00:00Z']) {
      const value = date.startsWith('2026-03-20') ? 0 : 4;
      const data = await activeOf('24h', { count: 57, points: [{ date, value }] });
      expect(data.points).toHaveLength(25);
      expect(activeUsers.isEmpty(data)).toBe(true);
    }
  });
});

it('active users of days are nobody where the count is zero, and somebody where it is not', async () => {
  expect(activeUsers.isEmpty(await activeOf('7d', { count: 0 }))).toBe(true);
  expect(activeUsers.isEmpty(await activeOf('7d', { count: 57 }))).toBe(false);
});
