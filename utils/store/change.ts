import * as z from 'zod/mini';

export const changeSchema = z.union([
  z.object({ kind: z.literal('snapshot'), identityKey: z.string() }),
  z.object({ kind: z.literal('key') }),
  z.object({ kind: z.literal('month') }),
  z.object({ kind: z.literal('wiped') }),
]);

/** A change in the stores that have no change events of their own (`storage.local` has them). */
export type Change = z.infer<typeof changeSchema>;
