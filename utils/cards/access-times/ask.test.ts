// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MENTORS } from '@/demo/data/organizations';
import { expectedConversations, hoursIn } from '@/demo/expected/conversations';
import { askCard } from '@/demo/fakes/ask-card';
import { startMs as nowMs } from '@/demo/fakes/worker-dependencies';
import { localWeek } from './week';

const tutor = MENTORS[0]?.id ?? '';

describe('access times', () => {
  it.each([
    ['envelope', null],
    ['array', tutor],
  ] as const)('are those of the demo’s visits, as %s, in any zone', async (timeShape, mentorId) => {
    const { data, period, asked } = await askCard('access-times', {
      ...{ generation: '2', mentorId, behaviour: { timeShape } },
    });
    if (!data) throw new Error('no figures');
    const { hours } = expectedConversations({
      ...{ orgKey: 'acme', nowMs, ...period },
      ...(mentorId ? { mentorId } : {}),
    });
    expect([data.isWhole, asked.length]).toEqual([true, 1]);
    // UTC, India, Newfoundland, Nepal, a day ahead, and the other side of the date line.
    for (const ahead of [0, 330, -210, 345, 14 * 60, -11 * 60]) {
      expect(localWeek(data, ahead).days).toEqual(hoursIn(hours, ahead));
    }
    expect(localWeek(data, 330).minutes).toBe(30);
    expect(localWeek(data, -210).minutes).toBe(30);
  });

  it('of a single hour say that hours may be missing, and the first generation has none', async () => {
    const behaviour = { timeShape: 'single' } as const;
    const { data } = await askCard('access-times', { generation: '2', behaviour });
    expect(data?.isWhole).toBe(false);
    const { answer } = await askCard('access-times', { generation: '1' });
    expect(answer).toEqual({ ok: false, failure: { kind: 'not-served' } });
  });
});
