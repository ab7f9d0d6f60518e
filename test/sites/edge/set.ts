import express, { Router } from 'express';
import { count, texts } from '../fields.ts';
import { answerRaw } from '../raw.ts';

const PAGE = '<!doctype html><link rel="icon" href="data:,"><title>Set</title><p>Set.</p>';

/**
 * Sends exactly the Set-Cookie lines it is given, bytes and all, control characters too:
 * `GET /set?line=...&line=...&status=200`, lines as UTF-8; or `POST /set` with `{ "lines": [...] }`.
 */
export function setExactly(): Router {
  return Router()
    .get('/set', (request, response) => {
      answerRaw(response, {
        status: count(request, 'status', 200, 599),
        setCookie: texts(request, 'line'),
        body: PAGE,
      });
    })
    .post('/set', express.json({ limit: '8mb' }), (request, response) => {
      const body: unknown = request.body;
      const lines = typeof body === 'object' && body !== null && 'lines' in body ? body.lines : [];
      const setCookie = Array.isArray(lines)
        ? lines.filter((line): line is string => typeof line === 'string')
        : [];
      answerRaw(response, { setCookie, body: PAGE });
    })
    .all('/echo', (request, response) => {
      // What the browser sent, for comparison with what the extension says it sent.
      response.set('Cache-Control', 'no-store').json({ cookie: request.headers.cookie ?? '' });
    });
}
