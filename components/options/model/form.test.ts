import { expect, it } from 'vitest';
import { fakeProfile } from '@/utils/store/settings/fake-profile';
import { checkForm, formOf } from './form';

it.each([
  ['acme', 'https://base.manager.iblai.app', false],
  ['Acme', 'https://base.manager.iblai.app', false],
  ['Acme', '', false],
  ['Acme', 'https://api.iblai.app/dm', true],
  ['globex', 'https://base.manager.iblai.app', true],
])('an organization is taken in whatever letter case it was typed: %s at %s', (org, baseUrl, free) => {
  const form = { ...formOf(fakeProfile({ organization: org, baseUrl })), apiKey: 'c0ffee' };
  const checked = checkForm(form, { id: 'b', keyStored: false, others: [fakeProfile()] });
  expect(checked.ok).toBe(free);
  if (!checked.ok) expect(checked.errors.organization).toBe('options_org_taken');
});
