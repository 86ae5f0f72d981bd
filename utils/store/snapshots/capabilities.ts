import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { deleteEntry, readEntry, writeEntry } from './db';

const capabilitiesSchema = z.record(
  z.string(),
  z.object({ state: z.enum(['served', 'missing', 'unclear']), atMs: z.number() }),
);

/** What was found out about a deployment, by the names of its operations, and when (epoch ms). */
export type StoredCapabilities = z.infer<typeof capabilitiesSchema>;

interface Deployment {
  baseUrl: string;
  org: string;
}

const keyOf = ({ baseUrl, org }: Deployment) => JSON.stringify([baseUrl, org]);

/** What a deployment was found to serve; nothing where nothing is stored that could be read. */
export async function readCapabilities(deployment: Deployment): Promise<StoredCapabilities> {
  const read = capabilitiesSchema.safeParse(await readEntry('served', keyOf(deployment)));
  return read.success ? read.data : {};
}

/** Remembers what a deployment serves. */
export async function writeCapabilities(
  deployment: Deployment,
  capabilities: object,
): Promise<void> {
  await writeEntry('served', keyOf(deployment), capabilities);
}

/** Forgets what a deployment serves. */
export const dropCapabilities = (deployment: Deployment): Promise<Result<null>> =>
  deleteEntry('served', keyOf(deployment));
