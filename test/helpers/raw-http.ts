import net from 'node:net';
import tls from 'node:tls';

export type RawResponse = {
  readonly status: number;
  /** In order, names lower case, values as Latin-1: bytes survive. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
};

/** One HTTP request to 127.0.0.1 that is read byte by byte: Node's own client refuses hostile header values. */
export function rawRequest(
  url: string,
  options: { method?: string; headers?: Readonly<Record<string, string>>; body?: string } = {},
): Promise<RawResponse> {
  const { protocol, hostname, port, host, pathname, search } = new URL(url);
  const body = options.body ?? '';
  const headers = {
    Host: host,
    Connection: 'close',
    ...(body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...options.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: Number(port) };
    const socket =
      protocol === 'https:'
        ? tls.connect({ ...to, servername: hostname, rejectUnauthorized: false })
        : net.connect(to);
    const chunks: Buffer[] = [];
    socket.once('error', reject);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => resolve(parse(Buffer.concat(chunks).toString('latin1'))));
    socket.write(`${options.method ?? 'GET'} ${pathname}${search} HTTP/1.1\r\n${head.join('')}\r\n${body}`);
  });
}

function parse(text: string): RawResponse {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return { status: Number(first.split(' ')[1]), headers, body: text.slice(end + 4) };
}
