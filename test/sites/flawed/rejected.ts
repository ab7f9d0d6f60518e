import { type RequestHandler, Router } from 'express';
import { html, type Markup } from '../html.ts';
import { renderPage } from '../page.ts';
import { answerRaw } from '../raw.ts';
import type { SiteContext } from '../site-context.ts';
import type { FlawedPage } from './flawed-page.ts';
import { FLAWED_NAV } from './nav.ts';
import {
  ADJUSTED,
  type DemoLine,
  LOCK_LINE,
  REJECTED_ANYWHERE,
  REJECTED_IN_FRAME,
  REJECTED_OVER_HTTP,
} from './rejected-lines.ts';

/** Pages that list Set-Cookie lines and send exactly these, bytes and all. */
export function rejectedPages(context: SiteContext, show: FlawedPage): Router {
  const { flawed, flawedWww, tracker } = context.origins;
  const page = (path: string, title: string, body: Markup) =>
    renderPage(
      { site: 'Flawed shop', nav: FLAWED_NAV, path, user: null, theme: null, hidden: '' },
      title,
      body,
    );
  return Router()
    .get('/rejected', (request, response) => {
      const lines = request.secure ? REJECTED_ANYWHERE : [...REJECTED_ANYWHERE, ...REJECTED_OVER_HTTP];
      const frame = request.secure ? tracker : flawedWww;
      const body = html`<p>${request.secure ? 'These lines came over HTTPS.' : 'These lines came over HTTP.'}
See the same page over ${request.secure ? html`<a href="${flawed.http}/rejected">HTTP</a>` : html`<a href="${flawed.https}/rejected">HTTPS</a>`}:
more is refused there, or less.</p>
${table(lines)}
<h2>In a frame</h2>
<p>${request.secure ? 'A frame of another site' : 'A frame of this site, but over HTTPS, which makes it cross-site'}
sets these:</p>
${table(REJECTED_IN_FRAME)}
<iframe title="Cookies of a cross-site frame" src="${frame.https}/rejected-frame"></iframe>`;
      answerRaw(response, {
        setCookie: [...lines.map(({ line }) => line), ...(request.secure ? [LOCK_LINE] : [])],
        headers: { 'Cache-Control': 'no-store' },
        body: page('/rejected', 'Rejected cookies', body),
      });
    })
    .get('/rejected-frame', rejectedFrame)
    .get('/adjusted', (request, response) => {
      for (const { line } of ADJUSTED) response.append('Set-Cookie', line);
      show(
        request,
        response,
        'Adjusted cookies',
        html`<p>One of them only works on <a href="${flawedWww.https}/adjusted">www.flawed.test</a>.</p>${table(ADJUSTED)}`,
      );
    });
}

/** The frame's answer; the third party serves it too. */
export const rejectedFrame: RequestHandler = (_request, response) => {
  answerRaw(response, {
    setCookie: REJECTED_IN_FRAME.map(({ line }) => line),
    body: '<!doctype html><title>Frame</title><p>This frame sent three cookies. None of them was stored.</p>',
  });
};

function table(lines: readonly DemoLine[]): Markup {
  return html`<table><thead><tr><th scope="col">Set-Cookie</th><th scope="col">What the browser makes of it</th></tr></thead>
<tbody>${lines.map(
    ({ line, outcome }) => html`<tr><td><code>${printable(line)}</code></td><td>${outcome}</td></tr>
`,
  )}</tbody></table>`;
}

function printable(line: string): string {
  const text = line.replace(
    /[\u0000-\u001f\u007f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return text.length > 120 ? `${text.slice(0, 40)}… (${line.length} characters)` : text;
}
