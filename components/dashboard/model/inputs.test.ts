import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { saveKey } from '@/utils/store/keys/vault';
import { fakeSettings } from '@/utils/store/settings/fake-profile';
import { policyForOpening } from '@/utils/store/settings/policy-flag';
import { writeSettings } from '@/utils/store/settings/settings';
import { INITIAL_VIEW, writeView } from '@/utils/store/settings/view';
import { ADA, reading, stubTabs, tab } from '@/utils/tab/fake-tab';
import { readInputs } from './inputs';

it('finds everything that an opening understands: the tab, each stored item, each key', async () => {
  stubTabs({
    tabs: [tab(1, 'https://os.ibl.ai/platform/acme/tutor', { active: true })],
    result: reading(ADA),
    granted: true,
  });
  await writeSettings(fakeSettings());
  await writeView(INITIAL_VIEW);
  await policyForOpening();
  await saveKey('active', 'a-key');
  const found = readInputs();
  expect(await found.tabReading).toMatchObject({ tabId: 1, reading: { granted: true } });
  await expect
    .poll(async () => Object.keys((await readInputs().items) ?? {}).toSorted())
    .toEqual(['ruled', 'settings', 'view']);
  const records = await found.records;
  expect(records?.map(([slot]) => slot)).toEqual(['active']);
  expect(JSON.stringify(records)).not.toContain('a-key');
});
