// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DashboardView } from './DashboardView';
import { fakeActions, fakeCards, fakeModel, fakeStop, fakeWho } from './fake-model';
import type { DashboardModel } from './model';

vi.mock('@/components/charts/chart-js', () => ({ drawChart: () => () => undefined }));
afterEach(cleanup);

function show(model: DashboardModel) {
  const actions = fakeActions();
  render(<DashboardView model={model} actions={actions} />);
  return { actions, main: screen.getByRole('main') };
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const figure = (main: HTMLElement, name: string) =>
  main.querySelector<HTMLElement>(`output[data-kpi="${name}"]`)?.dataset.value;

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

  it('says whose they are, and from where', () => {
    show(fakeModel({ who: fakeWho({ from: 'options' }) }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ada Lovelace');
    screen.getByText('typed on the options page');
    screen.getByText('Statistics tutor');
  });

  it("says on each card what it counts: cost is the user's over all mentors", () => {
    const { main } = show(fakeModel({ scope: 'mentor' }));
    const scopes = [...main.querySelectorAll('.card-scope')].map((scope) => scope.textContent);
    expect(scopes).toEqual([
      'Acme University · Statistics tutor',
      'Ada Lovelace · all mentors',
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
    click('This mentor');
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

describe('states', () => {
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

  it('tells no activity from a failure', () => {
    const feedback = fakeCards.feedback?.data;
    const cards = { ...fakeCards, feedback: feedback && { data: { ...feedback, points: [] } } };
    const { main } = show(fakeModel({ cards }));
    expect(main.querySelector<HTMLElement>('[data-card=feedback]')?.dataset.state).toBe('empty');
    screen.getByText('No activity in this range.');
    expect(figure(main, 'feedback')).toBe('0');
  });

  it('labels sample data, with the way out and nothing to refresh', () => {
    const { main, actions } = show(fakeModel({ source: 'sample' }));
    expect(main.dataset.source).toBe('sample');
    click('Leave sample data');
    expect(actions.leaveSample).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });

  it('offers two ways on before anything is set up', () => {
    const { main, actions } = show(fakeStop({ kind: 'setup' }));
    expect(main.dataset.state).toBe('setup');
    click('Options');
    click('Try with sample data');
    expect(actions.openOptions).toHaveBeenCalled();
    expect(actions.trySample).toHaveBeenCalled();
  });

  it('says what was looked for where nobody was found, and takes a name', async () => {
    const { main, actions } = show(fakeStop({ kind: 'not-ibl', host: null, canAsk: null }));
    expect(main.dataset.state).toBe('not-detected');
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    fireEvent.input(screen.getByLabelText('Or type a user name'), { target: { value: '../x' } });
    click('Show');
    await screen.findByRole('alert');
    expect(actions.typeUser).not.toHaveBeenCalled();
    fireEvent.input(screen.getByLabelText('Or type a user name'), { target: { value: 'grace' } });
    click('Show');
    await vi.waitFor(() => expect(actions.typeUser).toHaveBeenCalledWith('grace'));
  });

  it('asks for another site, or for one that the browser keeps closed, in the click', () => {
    const { actions } = show(
      fakeStop({ kind: 'other-site', host: 'ai.uni.example', origin: 'https://ai.uni.example/*' }),
    );
    click('Use Lens on this site');
    expect(actions.allowSite).toHaveBeenCalledWith('https://ai.uni.example/*');
    cleanup();
    const closed = show(fakeStop({ kind: 'no-access', origin: 'https://os.ibl.ai/*' }));
    click('Allow Lens to read this site');
    expect(closed.actions.allowSite).toHaveBeenCalledWith('https://os.ibl.ai/*');
  });

  it("shows a foreign organization without figures until the key's is wanted", () => {
    const who = fakeWho({ org: 'globex', orgName: 'Globex' });
    const { main, actions } = show(
      fakeStop({ kind: 'org-mismatch', who, keyOrg: 'acme', pageKey: 'p' }),
    );
    expect(main.dataset).toMatchObject({ state: 'error', org: 'globex' });
    expect(main.querySelector('output')).toBeNull();
    click("Show the key's organization");
    expect(actions.useKeyOrg).toHaveBeenCalled();
  });

  it('says that settings cannot be read', () => {
    const { main } = show(fakeStop({ kind: 'settings-unreadable', reason: 'newer' }));
    expect(main.dataset.state).toBe('error');
    screen.getByText(/newer version of Lens/);
  });
});
