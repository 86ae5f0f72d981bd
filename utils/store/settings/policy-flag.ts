import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { createItem } from '../item';
import type { StoredItems } from '../stored-items';
import { type Policy, readPolicy } from './policy';

/** Whether a policy held at the last opening; until that is known, one may. */
const item = createItem({
  key: 'ruled',
  version: 1,
  schema: z.boolean(),
  initial: true,
  migrations: {},
});

/**
 * The policy for the first picture. A browser takes milliseconds to tell it, after its start two
 * seconds; where none held the last time, nobody waits for that. Who draws must look again: see
 * `readPolicy`.
 */
export async function policyForOpening(items?: StoredItems): Promise<Policy | null> {
  const policy = readPolicy();
  const read = await item.read(items);
  const ruled = read.state !== 'ok' || read.value;
  policy.then((found) => {
    if ((found !== null) !== ruled) item.write(found !== null);
  });
  return ruled ? policy : null;
}

export const removePolicyFlag = (): Promise<Result<null>> => item.remove();
