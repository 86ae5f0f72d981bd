// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { preloadLazy } from '@/components/ui/lazy';
import { click, show } from '../fake-view';
import { fakeStop, fakeWho } from '../model/fake-model';

vi.mock('@/components/charts/chart-js', () => ({ drawChart: () => () => undefined }));
beforeAll(preloadLazy);
afterEach(cleanup);

describe('stops', () => {
  it('offers two ways on before anything is set up', () => {
    const { main, actions } = show(fakeStop({ kind: 'setup', origin: null }));
    expect(main.dataset.state).toBe('setup');
    click('Options');
    click('Try with sample data');
    expect(actions.openOptions).toHaveBeenCalled();
    expect(actions.trySample).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Use Lens on this site' })).toBeNull();
  });

  it('lets a site of one’s own be allowed, which the options page can then read', () => {
    const { actions } = show(fakeStop({ kind: 'setup', origin: 'https://mentor.example.edu/*' }));
    click('Use Lens on this site');
    expect(actions.allowSite).toHaveBeenCalledWith('https://mentor.example.edu/*');
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

  it('names the base where the page is of another deployment', () => {
    const who = fakeWho({ org: 'acme', orgName: 'Acme of Example' });
    const keyBase = 'base.manager.iblai.app';
    const { main, actions } = show(
      fakeStop({ kind: 'org-mismatch', who, keyOrg: 'acme', keyBase, pageKey: 'p' }),
    );
    expect(main.dataset.state).toBe('error');
    expect(main.querySelector('[data-failure="org-mismatch"]')?.textContent).toContain(
      'acme at base.manager.iblai.app',
    );
    expect(main.querySelector('output')).toBeNull();
    click("Show the key's organization");
    expect(actions.useKeyOrg).toHaveBeenCalled();
  });

  it('says that settings cannot be read', () => {
    const { main } = show(fakeStop({ kind: 'settings-unreadable', reason: 'newer' }));
    expect(main.dataset.state).toBe('error');
    screen.getByText(/newer version of Lens/);
  });

  it('says that nothing is known where the store, or the page, did not answer', () => {
    show(fakeStop({ kind: 'settings-unreadable', reason: 'unread' }));
    screen.getByText(/storage did not answer/);
    cleanup();
    const { main } = show(fakeStop({ kind: 'unreadable', host: 'os.ibl.ai' }));
    expect(main.dataset.state).toBe('not-detected');
    screen.getByText(/Nothing is known of who is signed in/);
  });
});
