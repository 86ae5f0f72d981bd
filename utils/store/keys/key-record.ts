import * as z from 'zod/mini';

/** The id of the profile that owns the key; `candidate` is the key that is being tested. */
export type Slot = string;

export const CANDIDATE: Slot = 'candidate';
/** Holds no key: see `ruled-scheme.ts`. */
export const RULED: Slot = 'policy';

export const SCHEMES = ['Api-Token', 'Api-Key', 'Token'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The place that a key was saved for; it is sent to no other. */
export interface KeyPlace {
  baseUrl: string;
  organization: string;
}

/** The data of a key that may be shown: no part of the key but its last four characters. */
export const keyMetaSchema = z.object({
  last4: z.string(),
  /** 16 hexadecimal digits of a hash, which identify the key without revealing it. */
  fingerprint: z.string(),
  /** The scheme of the `Authorization` header that the deployment expects. */
  scheme: z.enum(SCHEMES),
  /** Missing for a key that release 0.1.0 stored: see `bindKeys`. */
  place: z.optional(z.object({ baseUrl: z.string(), organization: z.string() })),
});

/** The metadata of a key, which may be shown and compared. */
export type KeyMeta = z.infer<typeof keyMetaSchema>;

/**
 * An API key as it is stored: only this browser can decrypt it, and only while it has the `lock`.
 */
const sealedSchema = z.object({
  iv: z.instanceof(Uint8Array),
  sealed: z.instanceof(ArrayBuffer),
  lock: z.instanceof(CryptoKey),
});
export type Sealed = z.infer<typeof sealedSchema>;

const recordSchema = z.extend(keyMetaSchema, sealedSchema.shape);

/** Returns a stored record; null where it is damaged. */
export const parseRecord = (value: unknown) => {
  const read = recordSchema.safeParse(value);
  return read.success ? read.data : null;
};

/** Returns the metadata of a record without the encrypted key. */
export function metaOf({ last4, fingerprint, scheme, place }: KeyMeta): KeyMeta {
  return { last4, fingerprint, scheme, ...(place ? { place } : {}) };
}
