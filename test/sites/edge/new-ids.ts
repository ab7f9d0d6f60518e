import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { html } from '../html.ts';

/** Every request to these pages, oldest first: what a test that runs in the same process may look at. */
export const newIdRequests: {
  readonly host: string;
  readonly path: string;
  readonly cookie: string | null;
  readonly at: number;
}[] = [];

const strong = () => randomBytes(16).toString('hex');

/** How each page makes the ID of a visitor who brings none, from how many it has made on this host. */
const MAKERS: Readonly<Record<string, (made: number) => string>> = {
  strong,
  counter: (made) => String(100_000 + made),
  clock: () => String(Date.now()),
  busy: strong,
  refuses: strong,
  clears: strong,
  moves: strong,
  never: strong,
};

/** Pages that begin a session for everybody who brings none: `/new-id/strong`, `/new-id/counter` and others. */
export function newIds(): Router {
  const made = new Map<string, number>();
  return Router().get('/new-id/:kind', (request, response, next) => {
    const { kind = '' } = request.params;
    const make = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined;
    if (make === undefined) {
      next();
      return;
    }
    const { hostname: host, path, headers } = request;
    newIdRequests.push({ host, path, cookie: headers.cookie ?? null, at: Date.now() });
    const key = host + path;
    const count = made.get(key) ?? 0;
    made.set(key, count + 1);
    response.set('Cache-Control', 'no-store');
    if (!refuse(kind, count, response)) begin(kind, request, response, make(count));
  });
}

/** `busy` asks for a pause at the third visitor, `refuses` for an hour from then on. */
function refuse(kind: string, count: number, response: Response): boolean {
  if (!((kind === 'busy' && count === 3) || (kind === 'refuses' && count >= 3))) return false;
  response
    .set('Retry-After', kind === 'busy' ? '3' : '3600')
    .status(429)
    .send('Slow down');
  return true;
}

function begin(kind: string, request: Request, response: Response, id: string): void {
  const sent = /(?:^|; )sid=/.test(request.headers.cookie ?? '');
  if (!sent && kind !== 'never') response.append('Set-Cookie', `sid=${id}; Path=/; HttpOnly; SameSite=Lax`);
  if (kind === 'clears' && !sent) {
    response.append('Set-Cookie', 'planted=1; Path=/; Max-Age=3600');
    // Not for the first visitor, who is the person.
    if (request.headers['sec-fetch-mode'] !== 'navigate') response.set('Clear-Site-Data', '"cookies"');
  }
  if (kind === 'moves') {
    response.redirect(302, '/blank');
    return;
  }
  response.send(
    html`<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>New ID</title><p>Welcome.</p></html>`
      .text,
  );
}
