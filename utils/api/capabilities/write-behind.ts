import { sharedRun } from '@/utils/shared-run';
import type { AskedDeployment, Capabilities, CapabilityStore, Deployment } from './capabilities';

/**
 * Returns a store whose writes are not waited for: until they are done it answers with what is being
 * written. An answer that has come need not wait until is stored who served it.
 */
export function writeBehind(store: CapabilityStore): CapabilityStore {
  const unwritten = new Map<string, { deployment: AskedDeployment; capabilities: Capabilities }>();
  const writes = new Map<string, () => Promise<void>>();

  const writing = (key: string) =>
    sharedRun(async () => {
      const last = unwritten.get(key);
      if (!last) return;
      await store.write(last.deployment, last.capabilities).catch(console.error);
      if (unwritten.get(key) === last) unwritten.delete(key);
    });

  return {
    read: async (deployment) =>
      unwritten.get(keyOf(deployment))?.capabilities ?? store.read(deployment),
    async write(deployment, capabilities) {
      const key = keyOf(deployment);
      unwritten.set(key, { deployment, capabilities });
      const write = writes.get(key) ?? writing(key);
      writes.set(key, write);
      write();
    },
  };
}

const keyOf = ({ baseUrl, org }: Deployment) => JSON.stringify([baseUrl, org]);
