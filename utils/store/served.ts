import * as z from 'zod/mini';
import { readEntry, writeEntry } from './db';

const findingsSchema = z.record(
  z.string(),
  z.object({ state: z.enum(['served', 'missing', 'unclear']), atMs: z.number() }),
);

/** What was found out about a deployment, by the names of its operations, and when (epoch ms). */
export type StoredFindings = z.infer<typeof findingsSchema>;

interface Deployment {
  baseUrl: string;
  org: string;
}

const keyOf = ({ baseUrl, org }: Deployment) => JSON.stringify([baseUrl, org]);

/** What a deployment was found to serve; nothing where nothing is stored that could be read. */
export async function readServed(deployment: Deployment): Promise<StoredFindings> {
  const read = findingsSchema.safeParse(await readEntry('served', keyOf(deployment)));
  return read.success ? read.data : {};
}

/** Remembers what a deployment serves. */
export async function writeServed(deployment: Deployment, findings: object): Promise<void> {
  await writeEntry('served', keyOf(deployment), findings);
}
