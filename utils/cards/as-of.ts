import * as z from 'zod/mini';

/** When figures were asked for (epoch ms). Older releases stored none: nothing of theirs is known to have ended. */
export const asOfSchema = z._default(z.number(), 0);
