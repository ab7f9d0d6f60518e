import cookieSession from 'cookie-session';
import { type RequestHandler, Router } from 'express';
import { html } from '../html.ts';
import type { FlawedPage } from './flawed-page.ts';

/** Flaw: what belongs on the server travels with the visitor, in clear and unsigned. */
export function cartPage(show: FlawedPage): Router {
  return Router().get('/cart', (request, response) => {
    response.cookie('cart', JSON.stringify({ items: ['Oatmeal cookies'], price: 4.2 }));
    response.cookie('last_seen', String(Date.now()), { signed: true, maxAge: 86_400_000 });
    const body = html`<p>One packet of oatmeal cookies, for whatever price your cookie says.</p>
<form method="post" action="/basket"><button>Keep it for later</button></form>`;
    show(request, response, 'Cart', body);
  });
}

/**
 * A basket of cookie-session's: signed, but anybody can read it. It stands before express-session, since both
 * want to own `request.session`.
 */
export function basket(secret: string): RequestHandler[] {
  return [
    cookieSession({ name: 'basket', keys: [secret], maxAge: 7 * 86_400_000 }),
    (request, response) => {
      Object.assign(request.session, { articles: ['Oatmeal cookies'], step: 'delivery' });
      response.redirect(303, '/cart');
    },
  ];
}
