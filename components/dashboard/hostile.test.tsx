// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { preloadLazy } from '@/components/ui/lazy';
import { DashboardView } from './DashboardView';
import { fakeActions, fakeModel, fakeStop, fakeWho } from './model/fake-model';

beforeAll(preloadLazy);
afterEach(cleanup);

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script>';

const hostile = fakeWho({
  displayName: MARKUP,
  orgName: MARKUP,
  mentor: { idOrSlug: 'm', name: MARKUP },
});

it('fault 84: markup in a name is text, wherever it stands', () => {
  const mismatch = {
    kind: 'org-mismatch',
    who: hostile,
    keyOrg: MARKUP,
    pageKey: '',
  } as const;
  for (const model of [
    fakeModel({ who: hostile }),
    fakeModel({ who: hostile, scope: 'mentor' }),
    fakeStop(mismatch),
  ]) {
    const { container, unmount } = render(<DashboardView model={model} actions={fakeActions()} />);
    expect(container.querySelector('script, img[onerror], img[src="x"]')).toBeNull();
    expect(container.textContent).toContain('<img src=x');
    unmount();
  }
});
