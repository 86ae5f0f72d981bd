import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/failure';
import { settled } from './settled';
import { readItems, type StoredItems } from './stored-items';
import { watchStored } from './watch';

/**
 * The result of reading a stored item. A value that cannot be parsed is kept as it is and never
 * reset; `unread` means that the browser did not return the value, so nothing is known of it.
 */
type ItemRead<T> =
  | { state: 'ok'; value: T }
  | { state: 'damaged' }
  | { state: 'newer' }
  | { state: 'unread' };

/** Converts the shape of one version into that of the next. */
type Migration = (value: unknown) => unknown;

interface ItemOptions<Schema extends z.ZodMiniType> {
  key: string;
  version: number;
  schema: Schema;
  /** The value in a new installation. */
  initial: z.infer<Schema>;
  /** `migrations[n]` converts version n into version n + 1. */
  migrations: Record<number, Migration>;
}

export interface Item<T> {
  /** Reads the stored value, or takes it from `items`, which were read before. */
  read(items?: StoredItems): Promise<ItemRead<T>>;
  write(value: T): Promise<Result<null>>;
  /** Writes without a look at what is stored: for a page that shows the stored value already. */
  replace(value: T): Promise<Result<null>>;
  remove(): Promise<Result<null>>;
  /** Calls back after every change by any page; returns a function that stops it. */
  watch(onChange: () => void): () => void;
}

/**
 * Creates an item of `storage.local`, stored as `{ version, value }` and parsed after every read. A
 * value from a newer release, or one that cannot be parsed, stays unchanged until it is overwritten
 * on purpose.
 */
export function createItem<Schema extends z.ZodMiniType>(
  options: ItemOptions<Schema>,
): Item<z.infer<Schema>> {
  const { key, version, schema, initial, migrations } = options;

  function understand(stored: unknown): ItemRead<z.infer<Schema>> {
    if (stored === undefined) return { state: 'ok', value: initial };
    if (!(stored instanceof Object) || !('version' in stored) || !('value' in stored))
      return { state: 'damaged' };
    const { version: from } = stored;
    if (typeof from !== 'number' || !Number.isInteger(from) || from < 1)
      return { state: 'damaged' };
    if (from > version) return { state: 'newer' };
    try {
      let value: unknown = stored.value;
      for (let at = from; at < version; at += 1) value = migrations[at]?.(value);
      const read = schema.safeParse(value);
      return read.success ? { state: 'ok', value: read.data } : { state: 'damaged' };
    } catch {
      return { state: 'damaged' };
    }
  }

  async function read(items?: StoredItems): Promise<ItemRead<z.infer<Schema>>> {
    const found = items === undefined ? await readItems([key]) : items;
    return found === null ? { state: 'unread' } : understand(found[key]);
  }

  const replace = async (value: z.infer<Schema>) =>
    nothing(await settled(() => browser.storage.local.set({ [key]: { version, value } })));

  return {
    read,
    async write(value) {
      // A value written by this older release would lose what the newer release stored.
      return (await read()).state === 'newer' ? fail({ kind: 'storage' }) : replace(value);
    },
    replace,
    remove: async () => nothing(await settled(() => browser.storage.local.remove(key))),
    watch: (onChange) => watchStored(key, onChange),
  };
}

const nothing = (done: Result<unknown>): Result<null> => (done.ok ? ok(null) : done);
