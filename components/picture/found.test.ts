import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { ADA, reading, tab, world } from '@/utils/context/fake-tab';
import { fakeSettings } from '@/utils/store/fake-profile';
import { policyForOpening } from '@/utils/store/ruled';
import { writeSettings } from '@/utils/store/settings';
import { saveKey } from '@/utils/store/vault';
import { INITIAL_VIEW, writeView } from '@/utils/store/view';
import { findAll } from './found';

it('finds everything that an opening understands: the tab, each stored item, each key', async () => {
  world({
    tabs: [tab(1, 'https://os.ibl.ai/platform/acme/tutor', { active: true })],
    result: reading(ADA),
    granted: true,
  });
  await writeSettings(fakeSettings());
  await writeView(INITIAL_VIEW);
  await policyForOpening();
  await saveKey('active', 'a-key');
  const found = findAll();
  expect(await found.sight).toMatchObject({ tabId: 1, reading: { granted: true } });
  await expect
    .poll(async () => Object.keys((await findAll().items) ?? {}).toSorted())
    .toEqual(['ruled', 'settings', 'view']);
  const records = await found.records;
  expect(records.map(([slot]) => slot)).toEqual(['active']);
  expect(JSON.stringify(records)).not.toContain('a-key');
});
