// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { preloadLazy } from '@/components/ui/lazy';
import type { CardName } from '@/utils/cards/data';
import { sampleTopics } from '@/utils/cards/topics/sample';
import { click, figure, show } from '../fake-view';
import { fakeCards, fakeModel } from '../model/fake-model';

vi.mock('@/components/charts/chart-js', () => ({ drawChart: () => () => undefined }));
beforeAll(preloadLazy);
afterEach(cleanup);

describe('states of the figures', () => {
  it('keeps unknown figures empty while they load', () => {
    const { main } = show(fakeModel({ cards: {}, busy: true }));
    expect(main.dataset.state).toBe('loading');
    expect(figure(main, 'cost')).toBe('');
    expect(main.querySelectorAll('section[data-state=loading]')).toHaveLength(3);
    screen.getByText('Refreshing…');
  });

  it('says a failure on its card, and leaves the others', () => {
    const cards = { ...fakeCards, cost: { failure: { kind: 'forbidden' } as const } };
    const { main, actions } = show(fakeModel({ cards }));
    expect(main.dataset.state).toBe('ready');
    expect(main.querySelector<HTMLElement>('[data-card=cost]')?.dataset.state).toBe('error');
    screen.getByText(/This key may not read analytics/);
    // It stands on the card, and not a second time below all of them.
    expect(main.querySelector<HTMLElement>('[data-not-served="cost"]')?.hidden).toBe(true);
    // There is no chart that a running total could be drawn in.
    expect(screen.queryByLabelText('Running total')).toBeNull();
    click('Check the settings');
    expect(actions.onFailure).toHaveBeenCalledWith('open-options', { kind: 'forbidden' });
  });

  it('says a failure that all cards share once, above old figures', () => {
    const failure = { kind: 'offline' } as const;
    const cards = {
      cohorts: { ...fakeCards.cohorts, failure },
      cost: { ...fakeCards.cost, failure },
      feedback: { ...fakeCards.feedback, failure },
    };
    const { main } = show(fakeModel({ cards, source: 'cache' }));
    expect(main.dataset.state).toBe('ready');
    expect(main.dataset.source).toBe('cache');
    expect(screen.getAllByText(/can't be reached/)).toHaveLength(1);
    screen.getByText('Updated 3 min. ago');
  });

  it('says no failure of before while it asks anew', () => {
    const failure = { kind: 'offline' } as const;
    const cards = {
      cohorts: { ...fakeCards.cohorts, failure },
      cost: { ...fakeCards.cost, failure },
      feedback: { ...fakeCards.feedback, failure },
    };
    show(fakeModel({ cards, source: 'cache', busy: true }));
    expect(screen.queryByText(/can't be reached/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('lists the cards by name where the reason for none of them stands above', () => {
    const failure = { kind: 'offline' } as const;
    const cards = { cohorts: { failure }, cost: { failure }, feedback: { failure } };
    const { main } = show(fakeModel({ cards }));
    expect(main.querySelectorAll('.cards.list > .bare')).toHaveLength(3);
    expect(screen.getAllByText('No figures.')).toHaveLength(3);
  });

  it('keeps the users who are active now empty while unknown, and shows no label for them', () => {
    const { main } = show(fakeModel({ activeNow: null }));
    expect(figure(main, 'active-now')).toBe('');
    const output = main.querySelector<HTMLElement>('[data-kpi="active-now"]');
    expect([output?.textContent, output?.closest<HTMLElement>('.source')?.hidden]).toEqual([
      '',
      true,
    ]);
    cleanup();
    const { main: known } = show(fakeModel({ activeNow: 0 }));
    expect(figure(known, 'active-now')).toBe('0');
    expect(known.querySelector<HTMLElement>('.source')?.hidden).toBe(false);
    cleanup();
    // The popup doesn't ask for it.
    expect(figure(show(fakeModel()).main, 'active-now')).toBeUndefined();
  });

  it('offers another range where nothing is served over all time, not the same once more', () => {
    const failure = { kind: 'no-all-time' } as const;
    const cards = { cohorts: { failure }, cost: { failure }, feedback: { failure } };
    const { actions } = show(fakeModel({ cards, range: { kind: 'all' } }));
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    click('12 months');
    expect(actions.onFailure).toHaveBeenCalledWith('show-12-months', failure);
  });

  it('tells no activity from a failure', () => {
    const feedback = fakeCards.feedback?.data;
    const cards = { ...fakeCards, feedback: feedback && { data: { ...feedback, points: [] } } };
    const { main } = show(fakeModel({ cards }));
    expect(main.querySelector<HTMLElement>('[data-card=feedback]')?.dataset.state).toBe('empty');
    screen.getByText('No activity in this range.');
    expect(figure(main, 'feedback')).toBe('0');
  });

  it('offers a picture only where a card has a chart to be in it', () => {
    const offered = (overrides: Parameters<typeof fakeModel>[0]) => {
      show(fakeModel(overrides));
      click('Export');
      const found = screen.queryByRole('menuitem', { name: 'PNG' }) !== null;
      screen.getByRole('menuitem', { name: 'CSV' });
      cleanup();
      return found;
    };
    const feedback = fakeCards.feedback?.data;
    const isEmpty = feedback && { data: { ...feedback, points: [] } };
    const topics = { data: sampleTopics({ kind: '7d' }, false, fakeModel().nowMs) };
    const only = (name: CardName) => ({ place: 'popup', names: [name], isRuled: false }) as const;
    expect(offered({})).toBe(true);
    expect(offered({ cards: { feedback: isEmpty }, chosen: only('feedback') })).toBe(false);
    expect(offered({ cards: { topics }, chosen: only('topics') })).toBe(false);
  });

  it('labels sample data, with the way out and nothing to refresh', () => {
    const { main, actions } = show(fakeModel({ source: 'sample' }));
    expect(main.dataset.source).toBe('sample');
    click('Leave sample data');
    expect(actions.leaveSample).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });
});
