// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { askCard } from '@/demo/fakes/ask-card';
import { sayEnglish } from '../fake-figures';
import { feedbackView } from './view';

const day = (date: number, count: number | null) => ({
  period: `2026-03-${date}T00:00:00Z`,
  feedback_count: count,
});

describe('feedback', () => {
  it.each([
    '7d',
    '90d',
  ] as const)('says that numbers are missing where the API left some out: %s', async (kind) => {
    const faults = [{ match: 'user-feedback', body: [day(17, 5), day(18, null)] }];
    const range = { kind };
    const { data } = await askCard('feedback', { generation: '1', range, faults });
    if (!data) throw new Error('no figures');
    expect(feedbackView.kpis[0]?.compute(data).value).toBe(5);
    expect(feedbackView.notes(data, sayEnglish, 'en')).toEqual([sayEnglish('ui_note_incomplete')]);
    // A growth may be a gap of the days before.
    expect(feedbackView.kpis[0]?.sentence?.isWhollyKnown(data)).toBe(false);
    const whole = await askCard('feedback', { generation: '1', range });
    expect(whole.data && feedbackView.notes(whole.data, sayEnglish, 'en')).toEqual([]);
  });
});
