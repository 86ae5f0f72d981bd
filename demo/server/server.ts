import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { loadAssets } from '../pages/assets';
import { type Control, createControl, type Generation } from './control';
import { play } from './play';
import { apiPathOf, replyTo } from './reply';

/** One request as it came, in the order in which they came. */
interface LoggedRequest {
  method: string;
  host: string;
  path: string;
  /** With its question mark; empty where there is none. */
  query: string;
  authorization: string | null;
  /** By the demo's clock. */
  atMs: number;
  /** Null until the answer is under way. */
  status: number | null;
}

export interface Demo {
  httpsPort: number;
  requests: LoggedRequest[];
  control: Control;
  /** Ends the server and every connection to it. */
  close: () => Promise<void>;
}

export interface DemoOptions {
  latencyMs?: number;
  /** The demo's clock: nothing has happened after it. */
  nowMs?: () => number;
  /** Which generations of the analytics operations this deployment still has; the first usually. */
  generation?: Generation;
}

/**
 * Starts the stand-in for ibl.ai on a free loopback port: one HTTPS server which tells by the host
 * name whether a page of an app is wanted or the API.
 */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { latencyMs = 0, nowMs = Date.now, generation = '1' } = options;
  const control = createControl(latencyMs, generation);
  const requests: LoggedRequest[] = [];
  const assets = await loadAssets();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const url = new URL(request.url ?? '/', `https://${host}`);
    const authorization = request.headers.authorization;
    const method = request.method ?? 'GET';
    const logged: LoggedRequest = {
      method,
      host,
      path: url.pathname,
      query: url.search,
      authorization: authorization ?? null,
      atMs: nowMs(),
      status: null,
    };
    requests.push(logged);
    const fault = control.take(`${host}${url.pathname}${url.search}`);
    if (control.latencyMs > 0 && apiPathOf(url) !== null) await wait(control.latencyMs);
    const reply = replyTo({
      url,
      method,
      authorization,
      nowMs: nowMs(),
      behaviour: control.behaviour,
      generation: control.generation,
      assets,
    });
    logged.status = fault?.status ?? reply.status;
    await play(request, response, reply, fault);
  };

  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  const httpsPort = await listening(server);
  return {
    httpsPort,
    requests,
    control,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
