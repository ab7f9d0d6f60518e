import type { AddressInfo } from 'node:net';
import { createServer as createPlainServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { makeCertificate } from '../helpers/certificate.ts';

export interface RawServers {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Set-Cookie lines, as octets, that the next requests for this path get. */
  readonly lines: Map<string, readonly Buffer[]>;
  close(): Promise<void>;
}

const body = Buffer.from('<!doctype html><title>differential</title><body></body>');

/** Two servers that write their headers as octets: node's own refuses control characters. */
export async function startServers(hosts: readonly string[]): Promise<RawServers> {
  const lines = new Map<string, readonly Buffer[]>();
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let pending = '';
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (let end = pending.indexOf('\r\n\r\n'); end !== -1; end = pending.indexOf('\r\n\r\n')) {
        const head = pending.slice(0, end);
        const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
        if (pending.length < end + 4 + length) return;
        pending = pending.slice(end + 4 + length);
        socket.write(respond(head.split(' ')[1] ?? '/', lines));
      }
    });
  };
  const { key, cert } = await makeCertificate(hosts);
  const http = createPlainServer(serve);
  const https = createTlsServer({ key, cert }, serve);
  const httpPort = await listen(http);
  const httpsPort = await listen(https);
  return {
    httpPort,
    httpsPort,
    lines,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([http, https].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function respond(target: string, lines: ReadonlyMap<string, readonly Buffer[]>): Buffer {
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/html; charset=utf-8',
    'Cache-Control: no-store',
    `Content-Length: ${body.length}`,
  ];
  const parts: Buffer[] = [Buffer.from(`${head.join('\r\n')}\r\n`)];
  for (const line of lines.get(target) ?? []) {
    parts.push(Buffer.from('Set-Cookie: '), line, Buffer.from('\r\n'));
  }
  parts.push(Buffer.from('\r\n'), body);
  return Buffer.concat(parts);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}
