import http, { type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import type { Ports } from './hosts.ts';

const TLS_HANDSHAKE = 0x16;

export type Served = { readonly ports: Ports; close(): Promise<void> };

/**
 * The same listener over HTTP and HTTPS, on two free ports of 127.0.0.1.
 * The HTTP port takes TLS too: a browser that learnt Strict-Transport-Security keeps the port when it upgrades
 * (RFC 6797 section 8.3), and would otherwise end at an error page.
 */
export async function serve(
  certificate: { key: string; cert: string },
  listenerFor: (ports: Ports) => RequestListener,
  wanted: Ports = { http: 0, https: 0 },
): Promise<Served> {
  const plain = http.createServer();
  const secure = https.createServer(certificate);
  const door = net.createServer((socket) => {
    socket.once('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  const sockets = new Set<Socket>();
  for (const server of [door, secure]) {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
  }
  const ports = { http: await listen(door, wanted.http), https: await listen(secure, wanted.https) };
  const listener = listenerFor(ports);
  plain.on('request', listener);
  secure.on('request', listener);
  return {
    ports,
    close: async () => {
      const closed = [door, secure].map((server) => new Promise((resolve) => server.close(resolve)));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function listen(server: net.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
