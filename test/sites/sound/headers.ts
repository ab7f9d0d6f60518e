import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Origins } from '../hosts.ts';

/** What a page with a login should say: CSP, HSTS, nosniff, no framing, no referrer abroad, nothing kept in caches. */
export function soundHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: { maxAge: 63_072_000, includeSubDomains: true },
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
  ];
}

/** Nothing is served over HTTP but the way to HTTPS. */
export function toHttps(origins: Origins): RequestHandler {
  return (request, response, next) => {
    if (request.secure) next();
    else response.redirect(308, origins.https + request.originalUrl);
  };
}
