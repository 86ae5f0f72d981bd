import * as z from 'zod/mini';

const plain = [
  'no-key',
  'key-rejected',
  'key-unseen',
  'forbidden',
  'out-of-credit',
  'not-found',
  'not-served',
  'no-all-time',
  'offline',
  'redirected',
  'timeout',
  'bad-response',
  'no-figure',
  'too-large',
  'not-detected',
  'storage',
  'worker-unreachable',
  'extension-updated',
] as const;

/** A failure as it is stored and sent between pages and worker. */
export const failureSchema = z.union([
  z.object({ kind: z.enum(plain) }),
  z.object({ kind: z.enum(['rate-limited', 'unavailable']), untilMs: z.number() }),
  z.object({ kind: z.enum(['server', 'bad-request']), status: z.number() }),
  z.object({ kind: z.literal('host-not-allowed'), host: z.string() }),
]);
