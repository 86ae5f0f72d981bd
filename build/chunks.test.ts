import { expect, it } from 'vitest';
import { chunkMembers } from './chunks';

const membersOf = (name: string) =>
  [...chunkMembers()].flatMap(([file, chunk]) => (chunk === name ? [file] : [])).sort();

it('what a page shows first is these modules: no parser, no view, no chart', () => {
  expect(membersOf('first-paint')).toEqual([
    'components/dashboard/model/age-class.ts',
    'components/dashboard/model/inputs.ts',
    'components/first-paint/begin.ts',
    'components/first-paint/cache-key.ts',
    'components/first-paint/dom-tree.ts',
    'components/first-paint/early-clicks.ts',
    'components/first-paint/open.ts',
    'components/first-paint/show.ts',
    'components/ui/next-paint.ts',
    'components/ui/preload-soon.ts',
    'utils/deadline.ts',
    'utils/deployment/build-constants.ts',
    'utils/deployment/granted.ts',
    'utils/deployment/hosts.ts',
    'utils/deployment/route.ts',
    'utils/deployment/url.ts',
    'utils/failure.ts',
    'utils/store/keys/vault-db.ts',
    'utils/store/settled.ts',
    'utils/store/snapshots/db.ts',
    'utils/store/snapshots/first-paint-cache.ts',
    'utils/store/snapshots/first-paint.ts',
    'utils/store/stored-items.ts',
    'utils/tab/read-page.ts',
    'utils/tab/tab-reading.ts',
  ]);
});

it('what only a click needs is not in the dashboard, nor are invented figures', () => {
  expect(membersOf('rest')).toContain('components/cards/CardTable.tsx');
  expect(membersOf('rest')).toContain('components/dashboard/states/Setup.tsx');
  expect(chunkMembers().has('utils/cards/cost/sample.ts')).toBe(false);
});
