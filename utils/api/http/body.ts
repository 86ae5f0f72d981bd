/** The connection failed before the whole answer had arrived; another attempt may succeed. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

/** The answer is longer than the limit. */
export class TooLong extends Error {
  override name = 'TooLong';
}

/**
 * Reads the whole body as text (UTF-8, without its byte order mark). It reads a stream, so that a
 * body which never ends, or which unpacks to gigabytes, stops at `maxBytes`. Throws `TooLong` or
 * `Interrupted`.
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
      // Not awaited: a source whose cancel never settles must not delay the answer.
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
