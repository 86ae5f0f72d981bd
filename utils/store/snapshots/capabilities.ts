import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { deleteEntry, readEntry, writeEntry } from './db';
import { sweepEntries } from './sweep-entries';

const capabilitiesSchema = z.record(
  z.string(),
  z.object({
    state: z.enum(['served', 'missing', 'unclear']),
    atMs: z.number(),
    sinceMs: z.optional(z.number()),
    by: z.optional(z.string()),
  }),
);

/** No entry of the store is used for longer than a week. */
const KEEP_MS = 7 * 24 * 3_600_000;

const datedSchema = z.object({ atMs: z.number() });

/** The capabilities of a deployment by operation name, and when they were detected (epoch ms). */
export type StoredCapabilities = z.infer<typeof capabilitiesSchema>;

interface Deployment {
  baseUrl: string;
  org: string;
}

const keyOf = ({ baseUrl, org }: Deployment) => JSON.stringify([baseUrl, org]);

/** Returns the capabilities of a deployment; empty where none are stored or they cannot be read. */
export async function readCapabilities(deployment: Deployment): Promise<StoredCapabilities> {
  const read = capabilitiesSchema.safeParse(await readEntry('served', keyOf(deployment)));
  return read.success ? read.data : {};
}

/** Stores the capabilities of a deployment. */
export async function writeCapabilities(
  deployment: Deployment,
  capabilities: object,
): Promise<void> {
  await writeEntry('served', keyOf(deployment), capabilities);
}

/** Deletes the capabilities of a deployment. */
export const dropCapabilities = (deployment: Deployment): Promise<Result<null>> =>
  deleteEntry('served', keyOf(deployment));

/** Deletes the entries of the store, those of `adds-up.ts` too, that are more than a week old. */
export const sweepCapabilities = (nowMs: number): Promise<void> =>
  sweepEntries('served', (value) => {
    const isRecent = (part: unknown) => {
      const read = datedSchema.safeParse(part);
      return read.success && Math.abs(nowMs - read.data.atMs) < KEEP_MS;
    };
    return ![value, ...Object.values(value ?? {})].some(isRecent);
  });
