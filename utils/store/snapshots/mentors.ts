import * as z from 'zod/mini';
import type { Result } from '@/utils/failure';
import { entriesFor } from './private-entries';
import { sweepEntries } from './sweep-entries';

const KEEP_MS = 24 * 3_600_000;

const mentorSchema = z.object({
  mentorId: z.string(),
  name: z.nullable(z.string()),
  savedAtMs: z.number(),
});

/** The id that figures are filtered by, and the mentor's name where it is known. */
export interface KnownMentor {
  mentorId: string;
  name: string | null;
}

interface MentorName {
  baseUrl: string;
  org: string;
  idOrSlug: string;
  isPrivate?: boolean | undefined;
}

const keyOf = ({ baseUrl, org, idOrSlug }: MentorName) => JSON.stringify([baseUrl, org, idOrSlug]);

/** Returns the mentor that a page's URL names, if it was requested within the last day. */
export async function readMentor(
  name: MentorName,
  nowMs = Date.now(),
): Promise<KnownMentor | null> {
  const read = mentorSchema.safeParse(await entriesFor(name).read('mentors', keyOf(name)));
  if (!read.success || !isKept(read.data, nowMs)) return null;
  return { mentorId: read.data.mentorId, name: read.data.name };
}

const isKept = ({ savedAtMs }: { savedAtMs: number }, nowMs: number): boolean =>
  nowMs >= savedAtMs && nowMs - savedAtMs < KEEP_MS;

/** Stores which mentor a page's URL names. */
export async function writeMentor(
  name: MentorName,
  mentor: KnownMentor,
  nowMs = Date.now(),
): Promise<void> {
  await entriesFor(name).write('mentors', keyOf(name), { ...mentor, savedAtMs: nowMs });
}

/** Deletes which mentor a page's URL names. */
export const dropMentor = (name: MentorName): Promise<Result<null>> =>
  entriesFor(name).delete('mentors', keyOf(name));

/** Deletes what pages named more than a day ago. */
export const sweepMentors = (nowMs: number): Promise<void> =>
  sweepEntries('mentors', (value) => {
    const read = mentorSchema.safeParse(value);
    return !read.success || !isKept(read.data, nowMs);
  });
