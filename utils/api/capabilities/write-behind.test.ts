import { expect, it, vi } from 'vitest';
import type { Capabilities } from './capabilities';
import { writeBehind } from './write-behind';

const acme = { baseUrl: 'https://api.iblai.app', org: 'acme', keyFingerprint: 'f' };
const served = (...names: (keyof Capabilities)[]): Capabilities =>
  Object.fromEntries(names.map((name) => [name, { state: 'served', atMs: 1 }]));

it('answers with what is being written, and writes the last of several once', async () => {
  let stored: Capabilities = {};
  const ends: (() => void)[] = [];
  const write = vi.fn(async (_: object, capabilities: Capabilities) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    stored = capabilities;
  });
  const store = writeBehind({ read: async () => stored, write });
  await store.write(acme, served('cost'));
  await store.write(acme, served('cost', 'cohorts'));
  await store.write(acme, served('cost', 'cohorts', 'feedback'));
  expect(await store.read(acme)).toEqual(served('cost', 'cohorts', 'feedback'));
  expect(await store.read({ ...acme, org: 'globex' })).toEqual({});
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  ends[0]?.();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  ends[1]?.();
  await vi.waitFor(() => expect(stored).toEqual(served('cost', 'cohorts', 'feedback')));
  expect(write).toHaveBeenCalledTimes(2);
});

it('answers from the store where nothing could be written', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const store = writeBehind({
    read: async () => ({}),
    write: async () => {
      throw new Error('full');
    },
  });
  await store.write(acme, served('cost'));
  await vi.waitFor(async () => expect(await store.read(acme)).toEqual({}));
  expect(log).toHaveBeenCalledTimes(1);
});
