import * as z from 'zod/mini';
import { withDeadline } from '@/utils/deadline';
import type { Result } from '@/utils/failure';
import { createItem } from './item';
import { type Policy, readPolicy } from './policy';

/** Far more than a policy takes to be read once the browser has loaded it. */
const PATIENCE_MS = 25;

/** Whether a policy held at the last opening; until that is known, one may. */
const item = createItem({
  key: 'ruled',
  version: 1,
  schema: z.boolean(),
  initial: true,
  migrations: {},
});

/**
 * The policy for the first picture. After its start a browser may take two seconds to tell; where none
 * held the last time, nobody waits for that. Who draws must look again: see `readPolicy`.
 */
export async function policyForOpening(): Promise<Policy | null> {
  const policy = readPolicy();
  const [read, soon] = await Promise.all([
    item.read(),
    withDeadline<Policy | null | undefined>(policy, PATIENCE_MS, () => undefined),
  ]);
  const ruled = read.state !== 'ok' || read.value;
  policy.then((found) => {
    if ((found !== null) !== ruled) item.write(found !== null);
  });
  if (soon !== undefined) return soon;
  return ruled ? policy : null;
}

export const removeRuled = (): Promise<Result<null>> => item.remove();
