import { expect, it } from 'vitest';
import { formOf } from '../model/form';
import { follow } from './useStoredForm';

it('leaves a field that is being edited alone when the stored settings change', () => {
  const before = formOf();
  const typing = { ...before, apiKey: 'half a ke', organization: 'acm' };
  const after = { ...before, organization: 'acme', user: 'ada' };
  expect(follow(typing, before, after)).toEqual({
    ...after,
    apiKey: 'half a ke',
    organization: 'acm',
  });
});
