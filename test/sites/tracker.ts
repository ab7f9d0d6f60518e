import { randomBytes } from 'node:crypto';
import express, { type Express } from 'express';
import { sendPixel } from './assets.ts';
import { rejectedFrame } from './flawed/rejected.ts';

const id = () => randomBytes(12).toString('hex');

/** The third party: follows visitors across sites, once with an old cookie and once with a partitioned one. */
export function trackerApp(edge: Express): Express {
  return express()
    .get('/frame', (_request, response) => {
      response.append('Set-Cookie', `uid=${id()}; Path=/; Secure; SameSite=None; Max-Age=31536000`);
      response.append(
        'Set-Cookie',
        `__Host-chip=${id()}; Path=/; Secure; SameSite=None; Partitioned; Max-Age=31536000`,
      );
      response.append(
        'Set-Cookie',
        `_ga=GA1.1.${Date.now()}.1; Path=/; Secure; SameSite=None; Max-Age=31536000`,
      );
      response.send(
        '<!doctype html><meta charset="utf-8"><title>Ad</title><p>An advertisement that remembers you.</p>',
      );
    })
    .get('/pixel.gif', (_request, response) => {
      response.append('Set-Cookie', `seen=${id()}; Path=/; Secure; SameSite=None; Partitioned`);
      sendPixel(response);
    })
    .get('/rejected-frame', rejectedFrame)
    .get('/', (_request, response) => {
      response.send('<!doctype html><title>Tracker</title><p>Nobody visits this site on purpose.</p>');
    })
    .use(edge);
}
