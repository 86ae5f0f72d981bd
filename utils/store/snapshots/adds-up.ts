import * as z from 'zod/mini';
import { readEntry, writeEntry } from './db';

const foundSchema = z.object({ addsUp: z.boolean(), atMs: z.number() });
const DAY_MS = 24 * 3_600_000;

interface Deployment {
  baseUrl: string;
  org: string;
}

/** Beside what was found out about a deployment's operations. */
const keyOf = ({ baseUrl, org }: Deployment, parts: string) =>
  JSON.stringify([baseUrl, org, 'new users add up', parts]);

/** Whether new users of hours or days add up, as it was found within a day; null where it was not. */
export async function readAddsUp(
  deployment: Deployment,
  parts: string,
  nowMs = Date.now(),
): Promise<boolean | null> {
  const read = foundSchema.safeParse(await readEntry('served', keyOf(deployment, parts)));
  if (!read.success) return null;
  const { addsUp, atMs } = read.data;
  return atMs <= nowMs && nowMs - atMs < DAY_MS ? addsUp : null;
}

/** Remembers it. */
export async function writeAddsUp(
  deployment: Deployment,
  parts: string,
  addsUp: boolean,
  nowMs = Date.now(),
): Promise<void> {
  await writeEntry('served', keyOf(deployment, parts), { addsUp, atMs: nowMs });
}
