import { type Response, Router } from 'express';
import type { SiteContext } from '../site-context.ts';

/** One cookie of each kind a frame may try, named after the frame. */
function setAll(response: Response, who: string): void {
  response.set('Set-Cookie', [
    `${who}_none=1; Path=/; Secure; SameSite=None`,
    `${who}_chip=1; Path=/; Secure; SameSite=None; Partitioned`,
    `${who}_lax=1; Path=/; Secure; SameSite=Lax`,
    `${who}_unset=1; Path=/; Secure`,
  ]);
}

const page = (title: string, frame: string | null) =>
  `<!doctype html><link rel="icon" href="data:,"><title>${title}</title><p>${title}</p>
${frame === null ? '' : `<iframe title="${title} frame" src="${frame}"></iframe>`}`;

/** `/nest`: edge.test holds tracker.test, which holds edge.test again: the innermost has a cross-site ancestor. */
export function frames(context: SiteContext): Router {
  const { edge, tracker } = context.origins;
  return Router()
    .get('/nest', (_request, response) => {
      setAll(response, 'outer');
      response.send(page('Outer', `${tracker.https}/nest/middle`));
    })
    .get('/nest/middle', (_request, response) => {
      setAll(response, 'middle');
      response.send(page('Middle', `${edge.https}/nest/inner`));
    })
    .get('/nest/inner', (_request, response) => {
      setAll(response, 'inner');
      response.send(page('Inner', null));
    })
    .get('/framed', (request, response) => {
      // A page with any one frame: /framed?src=https%3A%2F%2Ftracker.test...
      const { src } = request.query;
      const allowed = typeof src === 'string' && /^https?:\/\/[a-z0-9.-]+\.test[:/][^"<>]*$/.test(src);
      response.send(page('Framed', allowed ? src : null));
    });
}
