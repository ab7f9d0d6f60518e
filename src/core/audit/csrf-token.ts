/** Whether a request carries what pages of other sites cannot know or send. By names alone: values are never recorded. */
import type { RequestEntry } from '../recording/recording.ts';
import { wordsOf } from '../session/plain-words.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { BoundedCache } from '../site/bounded-cache.ts';

const WORDS = new Set([
  'csrf',
  'xsrf',
  'token',
  'nonce',
  'forgery',
  'antiforgery',
  'authenticity',
  'crumb',
  'viewstate',
  'wpnonce',
  'signature',
  'hmac',
]);
/** Names of tokens in well-known applications, without what separates their words. */
const NAMES =
  /csrf|xsrf|authenticity|verificationtoken|antiforgery|viewstate|token$|^(?:formkey|formbuildid|sesskey|fbdtsg|jazoest|pauth|wpedittoken|formid|hash|state|samlrequest|relaystate)$/;

export function hasCsrfToken(request: RequestEntry): boolean {
  const { requestHeaders, fields } = request;
  if (requestHeaders.some(({ name }) => isProof(name))) return true;
  return [...(fields?.names ?? []), ...(lookOfRequest(request)?.queryNames ?? [])].some(isTokenName);
}

/** Of the headers that are recorded (`headers.ts`): those that another site's page cannot add unasked. */
function isProof(name: string): boolean {
  return (
    name.startsWith('x-') || name.startsWith('hx-') || /authorization$|token$|crumb$|^next-action$/.test(name)
  );
}

/** The same few names stand in all of a site's forms. */
const cache = new BoundedCache<boolean>(300);

function isTokenName(name: string): boolean {
  return cache.get(name, looksLikeToken);
}

/** Joomla's field is named by the token itself. */
function looksLikeToken(name: string): boolean {
  if (/^[\da-f]{32}$/i.test(name)) return true;
  const words = wordsOf(name);
  return NAMES.test(words.join('')) || words.some((word) => WORDS.has(word));
}
