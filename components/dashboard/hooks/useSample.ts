import { useAsync } from '@/components/ui/useAsync';
import type { CardStates } from '@/utils/cards/state';
import { HOUR_MS, type Range, rangeKey } from '@/utils/figures/time/range';
import { say } from '@/utils/say';
import type { Who } from '../model/screens';

const ORG = 'sample';

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
    const { sampleCards } = await import('@/utils/cards/samples');
    const cards = sampleCards(range, scopeOf(ORG) === 'mentor', nowMs);
    return { who: sampleWho(), cards };
  });
}

/** The owner shown for sample figures, whose names say that they are a sample. */
function sampleWho(): Who {
  return {
    user: 'sample.user',
    displayName: say('sample_person'),
    org: ORG,
    orgName: say('sample_organization'),
    mentor: { idOrSlug: 'sample', name: say('sample_agent') },
    from: 'sample',
  };
}
