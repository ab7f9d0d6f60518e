import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';

export const SOUND_COOKIE = '__Host-sid';

/** Milliseconds. */
export type Timeouts = { readonly idle: number; readonly absolute: number };

/** `__Host-` keeps it on this host (RFC 6265bis 4.1.3.2); 256 random bits; gone with the browser. */
export function soundSession(): RequestHandler {
  return session({
    name: SOUND_COOKIE,
    secret: randomBytes(32).toString('hex'),
    genid: () => randomBytes(32).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    cookie: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' },
  });
}

/** Ends a session on the server that was idle too long or is too old, whatever the cookie says (ASVS 7.3). */
export function endOldSessions(timeouts: Timeouts, now: () => number): RequestHandler {
  return (request, _response, next) => {
    const { startedAt, usedAt } = request.session;
    const time = now();
    const tooOld =
      startedAt !== undefined &&
      usedAt !== undefined &&
      (time - usedAt > timeouts.idle || time - startedAt > timeouts.absolute);
    if (tooOld) {
      request.session.regenerate(next);
      return;
    }
    if (startedAt !== undefined) request.session.usedAt = time;
    next();
  };
}

/** A new ID for a new level of trust, with nothing carried over (ASVS 7.2.4). */
export function beginSession(request: Request, user: string, now: number): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((problem: unknown) => {
      if (problem) {
        reject(problem);
        return;
      }
      request.session.user = user;
      request.session.startedAt = now;
      request.session.usedAt = now;
      resolve();
    });
  });
}

export function endSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.destroy((problem: unknown) => (problem ? reject(problem) : resolve()));
  });
}
