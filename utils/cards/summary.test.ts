import { describe, expect, it } from 'vitest';
import type { Whose } from './card';
import type { CardData, CardName } from './data';
import {
  costOf,
  exampleCohorts,
  feedbackOf,
  plainSpaces,
  sayEnglish,
  saySpanish,
} from './fake-figures';
import { cardViews } from './view';

const whose = { user: 'Ada', organization: 'Acme University', mentor: null };

const summary = <Name extends CardName>(
  name: Name,
  data: CardData[Name],
  of: Whose,
  say: typeof sayEnglish,
  locale: string,
) => cardViews[name].summary(data, of, say, locale);

describe('a chart in words', () => {
  it('states whose, over which days, total, change and peak', () => {
    expect(plainSpaces(summary('cost', costOf([1, 2, 3], 4), whose, sayEnglish, 'en'))).toBe(
      'LLM cost of Ada over all agents, Nov 11 – 13, 2026 UTC: $6.00. ' +
        'Change from the range before: +50% (Nov 11 – 13 with Nov 8 – 10). Peak: $3.00, Fri, Nov 13, 2026.',
    );
    expect(plainSpaces(summary('cohorts', exampleCohorts, whose, sayEnglish, 'en'))).toBe(
      'New and veteran users of Acme University, Nov 11 – 13, 2026 UTC: ' +
        'new users in all: 7; veteran users on average: 4.5. ' +
        'Change from the range before: new users -30%, veteran users no comparison ' +
        '(Nov 11 – 13 with Nov 8 – 10). ' +
        'Peak of veteran users: 6, Wed, Nov 11, 2026.',
    );
  });

  it('says when there is nothing to compare with, and when nothing changed', () => {
    const said = (before: number | null) =>
      summary('feedback', feedbackOf([4, 1], before), whose, sayEnglish, 'en');
    expect(said(null)).toContain('No comparison');
    expect(said(0)).toContain('No comparison');
    expect(said(5)).toContain('Change from the range before: unchanged (');
  });

  it('says what is unknown, and names no peak of nothing', () => {
    const unknown = summary('feedback', feedbackOf([null], 5), whose, sayEnglish, 'en');
    expect(unknown).toContain('Entries: unknown.');
    expect(summary('feedback', feedbackOf([0], 5), whose, sayEnglish, 'en')).not.toContain('Peak');
  });

  it('speaks Spanish', () => {
    expect(plainSpaces(summary('cost', costOf([6], 4), whose, saySpanish, 'es'))).toContain(
      'Cambio respecto al periodo anterior: +50 % (',
    );
  });
});
