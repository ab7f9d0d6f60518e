import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

export type RawAnswer = {
  readonly status?: number;
  /** Written as they are, as bytes: Node refuses control characters in headers, browsers must cope with them. */
  readonly setCookie: readonly (string | Buffer)[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Answers past Node's own checks of header values, and closes the connection. Strings go out as UTF-8. */
export function answerRaw(response: Response, answer: RawAnswer): void {
  const status = answer.status ?? 200;
  const body = Buffer.from(answer.body);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': String(body.length),
    Connection: 'close',
    ...answer.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const parts: Buffer[] = [
    Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}`),
  ];
  for (const line of answer.setCookie) {
    // A line break would end the header and begin another, so it is the one thing that is left out.
    const bytes = Buffer.from(line).filter((byte) => byte !== 0x0d && byte !== 0x0a);
    parts.push(Buffer.from('Set-Cookie: '), Buffer.from(bytes), Buffer.from('\r\n'));
  }
  response.socket?.end(Buffer.concat([...parts, Buffer.from('\r\n'), body]));
}
