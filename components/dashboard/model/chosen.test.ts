import { describe, expect, it } from 'vitest';
import { shownCards } from '@/utils/cards/data';
import { exampleCohorts } from '@/utils/cards/fake-figures';
import { cardsDrawn, cardsMissing, cardsShown } from '@/utils/cards/state';
import { chosenFor } from './chosen';

const nobody = { popup: null, panel: null };

describe('the cards of a place', () => {
  it('are the first three in the popup until others are chosen, each known one once', () => {
    expect(chosenFor('compact', { cards: nobody }, null)).toEqual({
      place: 'popup',
      names: shownCards,
      isRuled: false,
    });
    const cards = { popup: ['cost', 'of a later release', 'cost', 'ratings'], panel: null };
    expect(chosenFor('compact', { cards }, nobody).names).toEqual(['cost', 'ratings']);
    expect(chosenFor('tall', { cards }, nobody).names).toContain('cohorts');
  });

  it('are a policy’s where it names them', () => {
    const cards = { popup: ['cost'], panel: null };
    const ruled = { popup: ['feedback'], panel: null };
    expect(chosenFor('compact', { cards }, ruled)).toMatchObject({
      names: ['feedback'],
      isRuled: true,
    });
    expect(chosenFor('tall', { cards }, ruled).isRuled).toBe(false);
  });

  it.each([
    [[]],
    [['users', 'convesations']],
  ])('are people’s own where a policy names none that is known: %j', (popup) => {
    const cards = { popup: ['cost'], panel: null };
    const ruled = { popup, panel: null };
    const own = { names: ['cost'], isRuled: false };
    expect(chosenFor('compact', { cards }, ruled)).toMatchObject(own);
    const partly = { popup: [...popup, 'topics'], panel: null };
    const topics = { names: ['topics'], isRuled: true };
    expect(chosenFor('compact', { cards }, partly)).toMatchObject(topics);
  });
});

describe('a card that can’t be had', () => {
  const refused = { failure: { kind: 'forbidden' } } as const;
  const missing = { failure: { kind: 'not-served' } } as const;
  const cohorts = { data: exampleCohorts };

  it('is named where it was chosen, one of the first three too, and others are there', () => {
    const cards = { cohorts, cost: refused, feedback: missing, 'active-users': refused };
    const places = ['cohorts', 'cost', 'feedback', 'active-users'] as const;
    expect(cardsMissing(cards, places)).toEqual([
      { name: 'cost', why: 'forbidden' },
      { name: 'feedback', why: 'not-served' },
      { name: 'active-users', why: 'forbidden' },
    ]);
    // One that a key may not read leads to the settings, and so it is drawn.
    expect(cardsDrawn(cards, places)).toEqual(['cohorts', 'cost']);
    expect(cardsMissing(cards, ['active-users', 'feedback'])).toEqual([]);
  });

  it('is shown once where it stands in for another and was chosen besides', () => {
    const data = {
      ...{ period: exampleCohorts.period, asOfMs: 0, points: [] },
      ...{ average: null, compared: null },
    };
    const cards = { ratings: { data }, feedback: missing };
    expect(cardsShown(cards, ['feedback', 'cost', 'ratings'])).toEqual(['ratings', 'cost']);
  });
});
