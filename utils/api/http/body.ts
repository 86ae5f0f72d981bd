/** The connection failed before the whole answer was here; request again may help. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** The answer is longer than we are ready to read. */
export class TooLong extends Error {
  override name = 'TooLong';
}

/**
 * The whole body as text (UTF-8, without its byte order mark), read by stream so that a body that
 * never ends, or unpacks to gigabytes, stops at `maxBytes`. Throws `TooLong` or `Interrupted`.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Interrupted();
    });
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Not awaited: a source that never settles its cancel must not hold the answer up.
      reader.cancel().catch(() => undefined);
      throw new TooLong();
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Settles as `promise` does, but rejects at once with the signal's reason when it is aborted. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
