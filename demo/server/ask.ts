import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  /** Null where the body is not JSON. */
  json: unknown;
}

/** A GET to the demo under a real name; rejects when the connection breaks. */
export function ask(httpsPort: number, href: string, authorization?: string): Promise<Heard> {
  const url = new URL(href);
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: httpsPort,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, ...(authorization ? { authorization } : {}) },
        rejectUnauthorized: false,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString();
          const { statusCode = 0, headers } = response;
          resolve({ status: statusCode, headers, body, json: parsed(body) });
        });
      },
    );
    call.on('error', reject);
    call.end();
  });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
