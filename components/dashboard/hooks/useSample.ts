import { useAsync } from '@/components/ui/useAsync';
import type { CardStates } from '@/utils/cards/state';
import { type Range, rangeKey } from '@/utils/figures/time/range';
import type { Who } from '../model/screens';

const HOUR_MS = 3_600_000;

/** Invented figures, made here without any request; null until they are there. */
export function useSample(
  wanted: boolean,
  range: Range,
  scopeOf: (org: string) => 'all' | 'mentor',
  nowMs: number,
): { who: Who; cards: CardStates } | null {
  // The figures of an hour are the same throughout it.
  const hour = Math.floor(nowMs / HOUR_MS);
  const key = JSON.stringify([rangeKey(range), scopeOf('sample'), hour]);
  return useAsync(wanted ? key : null, async () => {
    const { SAMPLE_PERSON, sampleCards } = await import('@/utils/cards/samples');
    const { mentorName, ...person } = SAMPLE_PERSON;
    const mentor = { idOrSlug: mentorName, name: mentorName };
    const cards = sampleCards(range, scopeOf(person.org) === 'mentor', nowMs);
    return { who: { ...person, mentor, from: 'sample' }, cards };
  });
}
