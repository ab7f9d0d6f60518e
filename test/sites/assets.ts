import { type Response, Router } from 'express';
import { STYLE } from './style.ts';

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#1a56c4"/></svg>';

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What every site serves without a session. */
export function assets(): Router {
  return Router()
    .get('/style.css', (_request, response) => {
      response.type('css').set('Cache-Control', 'public, max-age=3600').send(STYLE);
    })
    .get('/icon.svg', (_request, response) => {
      response.type('svg').set('Cache-Control', 'public, max-age=3600').send(ICON);
    });
}

/** A transparent GIF of one pixel. */
export function sendPixel(response: Response): void {
  response.type('gif').set('Cache-Control', 'no-store').send(PIXEL);
}
