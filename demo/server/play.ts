import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Fault } from './control';

/** The reply without a fault. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

const MEBIBYTE = Buffer.alloc(2 ** 20, ' ');

/** Sends a reply, spoiled as the fault says. Resolves when all is sent, or will never be. */
export async function play(
  request: IncomingMessage,
  response: ServerResponse,
  usual: Reply,
  fault: Fault = { match: '' },
): Promise<void> {
  if (fault.delayMs) await wait(fault.delayMs);
  if (fault.resetBeforeHeaders) return reset(request);
  const reply = spoiled(usual, fault);
  const body = Buffer.from(reply.body);
  const half = body.subarray(0, Math.ceil(body.length / 2));
  response.writeHead(reply.status, reply.headers);
  if (fault.gzipBomb) return sendBomb(response);
  if (fault.bytes !== undefined) return sendBytes(response, fault.bytes);
  if (fault.dripMs !== undefined) return drip(response, body, fault.dripMs);
  if (fault.stallBody) return void response.write(half);
  if (fault.resetMidBody) return void response.write(half, () => reset(request));
  response.end(body);
}

function spoiled(usual: Reply, fault: Fault): Reply {
  const { status, headers, body } = fault;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status: status ?? (fault.redirect ? 302 : usual.status),
    headers: {
      ...usual.headers,
      ...(fault.redirect ? { location: fault.redirect } : {}),
      ...(fault.gzipBomb ? { 'content-encoding': 'gzip' } : {}),
      ...headers,
    },
    body: body === undefined ? usual.body : text,
  };
}

/** A reset as the network makes it, not a tidy end of the connection. */
function reset(request: IncomingMessage): void {
  request.socket.destroy();
}

async function sendBytes(response: ServerResponse, bytes: number): Promise<void> {
  for (let left = bytes; left > 0 && !response.destroyed; left -= MEBIBYTE.length) {
    await written(response, MEBIBYTE.subarray(0, Math.min(left, MEBIBYTE.length)));
  }
  response.end();
}

async function drip(response: ServerResponse, body: Buffer, dripMs: number): Promise<void> {
  for (const byte of body) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await wait(dripMs);
  }
  response.end();
}

async function sendBomb(response: ServerResponse): Promise<void> {
  const gzip = createGzip({ level: 1 });
  gzip.pipe(response);
  for (let i = 0; i < 256 && !response.destroyed; i++) {
    if (!gzip.write(MEBIBYTE)) await settled(gzip, response, 'drain');
  }
  gzip.end();
}

async function written(response: ServerResponse, chunk: Buffer): Promise<void> {
  if (!response.write(chunk)) await settled(response, response, 'drain');
}

/** Waits until more can be written, or nobody reads any longer. */
function settled(
  stream: NodeJS.EventEmitter,
  response: ServerResponse,
  event: string,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off(event, done);
      response.off('close', done);
      resolve();
    };
    stream.once(event, done);
    response.once('close', done);
  });
}
