import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { createItem } from '../item';
import type { StoredItems } from '../stored-items';
import { type Policy, readPolicy } from './policy';

/** Whether there was a policy at the last opening; true until that is known. */
const item = createItem({
  key: 'ruled',
  version: 1,
  schema: z.boolean(),
  initial: true,
  migrations: {},
});

/**
 * Returns the policy for the first paint. A browser needs some milliseconds to return it, and two
 * seconds just after its start; if there was no policy at the last opening, this function does not
 * wait for it. The caller must read the policy again later: see `readPolicy`.
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
