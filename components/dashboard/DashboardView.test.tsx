// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { preloadLazy } from '@/components/ui/lazy';
import { plainSpaces } from '@/utils/cards/fake-figures';
import { click, figure, show } from './fake-view';
import { fakeCards, fakeModel, fakeWho } from './model/fake-model';

vi.mock('@/components/charts/chart-js', () => ({ drawChart: () => () => undefined }));
beforeAll(preloadLazy);
afterEach(cleanup);

describe('figures', () => {
  it('carries the stable names on root, cards and headline figures', () => {
    const { main } = show(fakeModel());
    expect({ ...main.dataset }).toEqual({
      state: 'ready',
      source: 'live',
      user: 'ada',
      org: 'acme',
    });
    const cards = [...main.querySelectorAll<HTMLElement>('section[data-card]')];
    expect(cards.map((card) => card.dataset.card)).toEqual(['cohorts', 'cost', 'feedback']);
    for (const card of cards) {
      expect(card.dataset.state).toBe('ready');
      expect(card.querySelector('canvas[role=img]')?.getAttribute('aria-label')).toMatch(/\d/);
    }
    const cohorts = fakeCards.cohorts?.data?.points ?? [];
    const newUsers = cohorts.reduce((sum, point) => sum + (point.newUsers ?? 0), 0);
    expect(figure(main, 'new-users')).toBe(String(newUsers));
    expect(figure(main, 'cost')).toBe(String(fakeCards.cost?.data?.total));
    for (const group of ['Range', 'Scope']) screen.getByRole('group', { name: group });
    for (const name of ['Refresh', 'Open side panel', 'Options', 'Export']) {
      screen.getByRole('button', { name });
    }
  });

  it('carries each change as a ratio, and says to eye and ear what it compares', () => {
    const { main } = show(fakeModel());
    const output = main.querySelector<HTMLElement>('output[data-kpi="new-users"]');
    expect(Number(output?.dataset.change)).toBeGreaterThan(-1);
    const change = output?.parentElement?.querySelector<HTMLElement>('.change');
    expect(plainSpaces(change?.title ?? '')).toMatch(/Nov 17 – 22 with Nov 10 – 15/);
    expect(plainSpaces(change?.textContent ?? '')).toMatch(/Nov 17 – 22 with Nov 10 – 15$/);
  });

  it('calls a comparison missing only once it has been asked for', () => {
    const { cohorts } = fakeCards;
    if (!cohorts?.data) throw new Error('no cohorts');
    const without = { ...cohorts.data, preceding: null };
    const changeWith = (data: typeof without, busy: boolean) => {
      cleanup();
      const { main } = show(fakeModel({ busy, cards: { ...fakeCards, cohorts: { data } } }));
      return main.querySelector('section[data-card="cohorts"] .change')?.textContent;
    };
    expect(changeWith({ ...without, partial: true }, true)).toBe('');
    expect(changeWith({ ...without, partial: true }, false)).toBe('no comparison');
    expect(changeWith(without, true)).toBe('no comparison');
  });

  it('says of a cost that lacks a bar what it lacks, once nobody asks for it any more', () => {
    const { cost } = fakeCards;
    if (!cost?.data) throw new Error('no cost');
    const [first, ...others] = cost.data.spans;
    if (!first) throw new Error('no bars');
    const data = { ...cost.data, compared: null, spans: [{ ...first, cost: null }, ...others] };
    const textWith = (busy: boolean) => {
      cleanup();
      const { main } = show(fakeModel({ busy, cards: { ...fakeCards, cost: { data } } }));
      return main.querySelector('section[data-card="cost"]')?.textContent;
    };
    const note = 'Some bars could not be had. The total holds them.';
    expect(textWith(true)).not.toContain('no comparison');
    expect(textWith(true)).not.toContain(note);
    expect(textWith(false)).toContain('no comparison');
    expect(textWith(false)).toContain(note);
    expect(figure(document.body, 'cost')).toBe(String(data.total));
  });

  it('names another time on the card that is of one', () => {
    const { cost } = fakeCards;
    if (!cost?.data) throw new Error('no cost');
    const { period } = cost.data;
    const earlier = {
      ...period,
      startMs: period.startMs - 86_400_000,
      endMs: period.endMs - 86_400_000,
    };
    const { main } = show(
      fakeModel({ cards: { ...fakeCards, cost: { data: { ...cost.data, period: earlier } } } }),
    );
    const notes = [...main.querySelectorAll('section[data-card] .card-note')].map((it) => [
      it.closest('section')?.dataset.card,
      it.textContent,
    ]);
    expect(notes).toContainEqual([
      'cost',
      expect.stringContaining('of another time than the others: Nov 16'),
    ]);
    expect(notes.filter(([, text]) => text?.includes('another time'))).toHaveLength(1);
  });

  it('says whose they are, and from where', () => {
    show(fakeModel({ who: fakeWho({ from: 'options' }) }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ada Lovelace');
    screen.getByText('typed on the options page');
    screen.getByText('Statistics tutor');
  });

  it("says on each card what it counts: cost is the user's over all agents", () => {
    const { main } = show(fakeModel({ scope: 'mentor' }));
    const scopes = [...main.querySelectorAll('.card-scope')].map((scope) => scope.textContent);
    expect(scopes).toEqual([
      'Acme University · Statistics tutor',
      'Ada Lovelace · all agents',
      'Acme University · Statistics tutor',
    ]);
  });

  it('shows hostile names as text only', () => {
    const displayName = '<img src=x onerror=alert(1)>\u202e';
    const { main } = show(fakeModel({ who: fakeWho({ displayName }) }));
    expect(main.querySelector('img')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it('opens a real table of exact figures', async () => {
    const { main } = show(fakeModel());
    const details = main.querySelector('details');
    expect(main.querySelector('table')).toBeNull();
    if (details) details.open = true;
    if (details) fireEvent(details, new Event('toggle'));
    const rows = within(await screen.findByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(8);
  });

  it('chooses range, scope, comparison and format', async () => {
    const { actions } = show(fakeModel());
    click('90 d');
    expect(actions.chooseRange).toHaveBeenCalledWith({ kind: '90d' });
    click('This agent');
    expect(actions.chooseScope).toHaveBeenCalledWith('mentor');
    fireEvent.click(screen.getByLabelText('Compare'));
    expect(actions.chooseCompare).toHaveBeenCalledWith(true);
    click('Export');
    fireEvent.click(await screen.findByRole('menuitem', { name: 'CSV' }));
    expect(actions.exportAs).toHaveBeenCalledWith('csv');
    click('Refresh');
    expect(actions.refresh).toHaveBeenCalled();
  });
});
