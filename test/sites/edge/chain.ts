import { Router } from 'express';
import { count } from '../fields.ts';

/** `/chain?hops=5`: redirects that count down, each with a cookie, and a page at the end. */
export function chain(): Router {
  return Router().get('/chain', (request, response) => {
    const hops = count(request, 'hops', 5, 19);
    const hop = count(request, 'hop', 1, 20);
    response.set('Cache-Control', 'no-store');
    if (hop > hops) {
      response.send(
        '<!doctype html><link rel="icon" href="data:,"><title>End of the chain</title><p>Arrived.</p>',
      );
      return;
    }
    response.set('Set-Cookie', `hop_${hop}=of-${hops}; Path=/; SameSite=Lax`);
    response.redirect(302, `/chain?hops=${hops}&hop=${hop + 1}`);
  });
}
