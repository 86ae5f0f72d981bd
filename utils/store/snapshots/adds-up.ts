import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { DAY_MS } from '@/utils/figures/time/range';
import { deleteEntry, readEntry, writeEntry } from './db';

const foundSchema = z.object({ addsUp: z.boolean(), atMs: z.number() });

/** As long as it is known which operations a deployment has: both change with the API's software alone. */
const KNOWN_MS = 7 * DAY_MS;

interface Deployment {
  baseUrl: string;
  org: string;
}

/** The key of an entry in the store that also holds the deployment's capabilities. */
const keyOf = ({ baseUrl, org }: Deployment, parts: string) =>
  JSON.stringify([baseUrl, org, 'new users add up', parts]);

/**
 * Returns whether the new users of hours or days add up, if that was determined within the last
 * week; otherwise null.
 */
export async function readAddsUp(
  deployment: Deployment,
  parts: string,
  nowMs = Date.now(),
): Promise<boolean | null> {
  const read = foundSchema.safeParse(await readEntry('served', keyOf(deployment, parts)));
  if (!read.success) return null;
  const { addsUp, atMs } = read.data;
  return atMs <= nowMs && nowMs - atMs < KNOWN_MS ? addsUp : null;
}

/** Stores whether they add up. */
export async function writeAddsUp(
  deployment: Deployment,
  parts: string,
  addsUp: boolean,
  nowMs = Date.now(),
): Promise<void> {
  await writeEntry('served', keyOf(deployment, parts), { addsUp, atMs: nowMs });
}

/** Deletes whether they add up. */
export const dropAddsUp = (deployment: Deployment, parts: string): Promise<Result<null>> =>
  deleteEntry('served', keyOf(deployment, parts));
