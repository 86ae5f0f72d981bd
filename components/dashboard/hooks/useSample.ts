import { useEffect, useState } from 'preact/hooks';
import { type Range, rangeKey } from '@/utils/figures/range';
import type { Cards } from '../model/board';
import type { Who } from '../model/screen';

interface Sample {
  key: string;
  who: Who;
  cards: Cards;
}

/** Invented figures, made here without any request; null until they are there. */
export function useSample(
  wanted: boolean,
  range: Range,
  scopeOf: (org: string) => 'all' | 'mentor',
  nowMs: number,
): Omit<Sample, 'key'> | null {
  const [sample, setSample] = useState<Sample | null>(null);
  // The figures of an hour are the same throughout it.
  const hour = Math.floor(nowMs / 3_600_000);
  const key = JSON.stringify([rangeKey(range), scopeOf('sample'), hour]);

  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    import('@/utils/figures/sample').then(({ SAMPLE_WHO, sampleCards }) => {
      if (gone) return;
      const { mentorName, ...person } = SAMPLE_WHO;
      const mentor = { idOrSlug: mentorName, name: mentorName };
      const data = sampleCards(range, scopeOf(person.org) === 'mentor', nowMs);
      const cards = {
        cohorts: { data: data.cohorts },
        cost: { data: data.cost },
        feedback: { data: data.feedback },
      };
      setSample({ key, who: { ...person, mentor, from: 'sample' }, cards });
    });
    return () => {
      gone = true;
    };
  }, [wanted, key]);

  return wanted && sample?.key === key ? sample : null;
}
