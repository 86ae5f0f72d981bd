import type { IDBPObjectStore } from 'idb';
import type { Result } from '@/utils/failure';
import { type VaultSchema, withVault } from './vault-db';

export type Keys = IDBPObjectStore<VaultSchema, ['keys'], 'keys', 'readwrite'>;

/**
 * Changes the vault in one transaction: if the worker is stopped, either all of the change is
 * stored or nothing.
 */
export const changeKeys = <T>(work: (keys: Keys) => Promise<T>): Promise<Result<T>> =>
  withVault(async (db) => {
    const { store, done } = db.transaction('keys', 'readwrite');
    const [value] = await Promise.all([work(store), done]);
    return value;
  });
