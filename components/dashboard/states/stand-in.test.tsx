// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { preloadLazy } from '@/components/ui/lazy';
import type { CardName } from '@/utils/cards/data';
import { sampleRatings } from '@/utils/cards/ratings/sample';
import type { CardStates } from '@/utils/cards/state';
import { DashboardView } from '../DashboardView';
import { fakeActions, fakeCards, fakeModel } from '../model/fake-model';

vi.mock('@/components/charts/chart-js', () => ({ drawChart: () => () => undefined }));
beforeAll(preloadLazy);
afterEach(cleanup);

const NOT_OFFERED = /not offered by this deployment. Shown instead: the average rating/;
const missing = { failure: { kind: 'not-served' } } as const;

const draw = (figures: Parameters<typeof fakeModel>[0]) =>
  render(<DashboardView model={fakeModel(figures)} actions={fakeActions()} />);

function notesWith(cards: CardStates, ...names: CardName[]) {
  const chosen = { place: 'panel', names, isRuled: false } as const;
  draw({ cards, chosen });
  return screen.queryAllByText(NOT_OFFERED).length;
}

it('ratings say that they stand in for feedback only where they do, and feedback was chosen', () => {
  const ratings = { data: sampleRatings({ kind: '7d' }, false, fakeModel().nowMs) };
  expect(notesWith({ ...fakeCards, ratings }, 'cost', 'feedback', 'ratings')).toBe(0);
  cleanup();
  expect(notesWith({ ...fakeCards, ratings, feedback: missing }, 'cost', 'feedback')).toBe(1);
  cleanup();
  expect(notesWith({ ratings }, 'ratings')).toBe(0);
});

it('says of all time that it is not offered over it, as another range may be', () => {
  const ratings = { data: sampleRatings({ kind: 'all' }, false, fakeModel().nowMs) };
  const nowhere = { failure: { kind: 'no-all-time' } } as const;
  const cards = { feedback: nowhere, ratings, topics: nowhere };
  const chosen = { place: 'panel', names: ['feedback', 'topics'], isRuled: false } as const;
  draw({ cards, chosen, range: { kind: 'all' } });
  screen.getByText('Not offered over all time: Chat feedback. Shown instead: Average rating.');
  screen.getByText('Not offered over all time here: Topics.');
  expect(screen.queryByText(NOT_OFFERED)).toBeNull();
});
