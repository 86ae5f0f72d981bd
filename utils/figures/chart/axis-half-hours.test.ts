import { expect, it, vi } from 'vitest';

vi.stubEnv('TZ', 'Asia/Kolkata');

it('bars on the UTC grid are named by the minutes at which they begin in Kolkata', async () => {
  const { axisLabel } = await import('./axis-label');
  const axis = { columnMs: 6 * 3_600_000, lengthMs: 3 * 86_400_000, locale: 'en', say: String };
  const label = axisLabel(Date.UTC(2026, 10, 3, 6), axis).replace(/\u202f/g, ' ');
  expect(label).toBe('Nov 3, 11:30 AM');
});
