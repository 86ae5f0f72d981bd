import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { getJson } from '../http/get-json';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Sends a request to a real server on the loopback interface, which counts its requests. */
async function ask(listener: (count: number) => RequestListener) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    listener(paths.length)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const result = await getJson(
    new URL(`http://127.0.0.1:${port}/asked/`),
    'Api-Token abc',
    Date.now() + 15_000,
    { enter: async () => null, leave: async () => undefined },
    { fetch, now: Date.now, online: () => true, backOffMs: () => 0 },
  );
  return { paths, outcome: result.ok ? result.value.json : result.failure };
}

const head = { 'content-type': 'application/json' };
const cost = '{"total_cost":1}';

describe('over a real connection', () => {
  it('fault 6: a reset before the headers is retried', async () => {
    const { paths, outcome } = await ask((count) => (request, response) => {
      if (count < 3) request.socket.destroy();
      else response.writeHead(200, head).end(cost);
    });
    expect([paths.length, outcome]).toEqual([3, { total_cost: 1 }]);
  });

  it('fault 7: a reset mid-body is retried, twice at most', async () => {
    const half =
      (count: number): RequestListener =>
      (request, response) => {
        response.writeHead(200, { ...head, 'content-length': cost.length });
        if (count < 3) response.write(cost.slice(0, 5), () => request.socket.destroy());
        else response.end(cost);
      };
    const third = await ask(half);
    expect([third.paths.length, third.outcome]).toEqual([3, { total_cost: 1 }]);
    const never = await ask(() => half(0));
    expect([never.paths.length, never.outcome]).toEqual([3, { kind: 'offline' }]);
  });

  it.each([
    'http://127.0.0.1:9/',
    'https://evil.example/',
    '/elsewhere/',
  ])('fault 12, fault 13: a redirect to %s is not followed', async (location) => {
    const { paths, outcome } = await ask(() => (_, response) => {
      response.writeHead(302, { location }).end();
    });
    expect(new Set(paths)).toEqual(new Set(['/asked/']));
    expect(outcome).toEqual({ kind: 'redirected' });
  });

  it('fault 24, fault 25: nothing, and a part, are no answers', async () => {
    for (const code of [204, 206, 200]) {
      const { paths, outcome } = await ask(() => (_, response) => {
        response.writeHead(code, head).end(code === 206 ? cost : undefined);
      });
      expect([paths.length, outcome]).toEqual([1, { kind: 'bad-response' }]);
    }
  });

  it('fault 27: 50 MB are not read', async () => {
    let sent = 0;
    const { paths, outcome } = await ask(() => (_, response) => {
      response.writeHead(200, head);
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const send = () => {
        if (sent >= 50 || response.destroyed) return void response.end();
        sent++;
        response.write(chunk, send);
      };
      send();
    });
    expect([paths.length, outcome]).toEqual([1, { kind: 'too-large' }]);
    expect(sent).toBeLessThan(50);
  });

  it('fault 28: a gzip bomb goes off no further than 5 MiB', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    const { paths, outcome } = await ask(() => (_, response) => {
      response.writeHead(200, { ...head, 'content-encoding': 'gzip' }).end(bomb);
    });
    expect([paths.length, outcome]).toEqual([1, { kind: 'too-large' }]);
  });

  it('fault 29: an answer without its length is an answer', async () => {
    const { outcome } = await ask(() => (_, response) => {
      response.writeHead(200, head);
      response.write(cost.slice(0, 5));
      response.end(cost.slice(5));
    });
    expect(outcome).toEqual({ total_cost: 1 });
  });

  it('fault 30: repeated headers are borne, huge ones end in a failure', async () => {
    const repeated = await ask(() => (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.setHeader('x-again', ['a', 'b', 'c']);
      response.setHeader('retry-after', ['1', '2']);
      response.end(cost);
    });
    expect(repeated.outcome).toEqual({ total_cost: 1 });
    const huge = await ask(() => (_, response) => {
      response.writeHead(200, { ...head, 'x-huge': 'x'.repeat(512 * 1024) }).end(cost);
    });
    expect(huge.outcome).toEqual({ kind: 'offline' });
  });

  it('fault 4: a port where nobody listens', async () => {
    const http = { fetch, now: Date.now, online: () => true, backOffMs: () => 0 };
    const breaker = { enter: async () => null, leave: async () => undefined };
    const url = new URL('http://127.0.0.1:1/');
    const result = await getJson(url, 'Api-Token abc', Date.now() + 15_000, breaker, http);
    expect(result).toEqual({ ok: false, failure: { kind: 'offline' } });
  });
});
