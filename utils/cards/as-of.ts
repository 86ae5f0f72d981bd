import * as z from 'zod/mini';

/** When figures were asked for (epoch ms); older releases did not store it, so it is unknown what had ended. */
export const asOfSchema = z._default(z.number(), 0);
