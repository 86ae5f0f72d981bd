import { type Change, changeSchema } from './change';
import { isPrivatePage } from './private-page';
import { onPrivateChange } from './snapshots/private-changes';

const CHANNEL = 'lens';

/**
 * Sends a change to every other open page of ours. The channel is limited to the extension's
 * origin.
 */
export function announce(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/**
 * Calls back for every change that another page or the worker sends; returns a function that stops
 * it.
 */
export function onChange(callback: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const read = changeSchema.safeParse(data);
    if (read.success) callback(read.data);
  };
  const stop = isPrivatePage() ? onPrivateChange(callback) : undefined;
  return () => {
    channel.close();
    stop?.();
  };
}
