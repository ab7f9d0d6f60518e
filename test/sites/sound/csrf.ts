import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { field } from '../fields.ts';
import { html, type Markup } from '../html.ts';

const FIELD = '_csrf';

/** The session's token as a hidden field; makes one, and with it a session, where there is none. */
export function csrfField(request: Request): Markup {
  request.session.csrfToken ??= randomBytes(32).toString('base64url');
  return html`<input type="hidden" name="${FIELD}" value="${request.session.csrfToken}">`;
}

/** Synchronizer token: every POST must carry the one of its session. */
export const checkCsrf: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') {
    next();
    return;
  }
  const expected = Buffer.from(request.session.csrfToken ?? '');
  const given = Buffer.from(field(request, FIELD));
  if (expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected)) next();
  else response.status(403).type('text').send('This form is out of date. Go back, reload and try again.');
};
