import * as z from 'zod/mini';

const text = z.optional(z.nullable(z.string().check(z.maxLength(65_536))));

/** The values of the few keys that are read from a page's storage: see `readPage`. */
const storageSchema = z.object({
  userData: text,
  current_tenant: text,
  visiting_tenant: text,
  tenant: text,
  app_tenant: text,
  tenants: text,
});
export type Stored = z.infer<typeof storageSchema>;

/** The shape of the result of `readPage`; its texts are not parsed yet. */
export const rawPageSchema = z.object({
  hostname: z.string().check(z.maxLength(255)),
  protocol: z.string(),
  pathname: z.string().check(z.maxLength(2048)),
  session: z._default(storageSchema, {}),
  local: storageSchema,
  cookies: z.object({
    ibl_user_data: text,
    ibl_current_tenant: text,
    ibl_tenant: text,
    tenant: text,
  }),
});
