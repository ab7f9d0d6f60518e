/** Requests that a page of another site could make just so: cross-site request forgery (CWE-352). */
import { MAX_NAMES } from '../recording/body-fields.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { answerOf } from '../session/answer.ts';
import { isAsking } from '../session/chain.ts';
import { credentialOf } from '../session/credential.ts';
import { lookOfFields } from '../session/field-look.ts';
import { isLogoutRequest } from '../session/logout.ts';
import { wordsOf } from '../session/plain-words.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { sameSite } from '../site/site.ts';
import { hasCsrfToken } from './csrf-token.ts';

/** A form that the site's own page sent, that was let in, and that holds nothing other sites could not know. */
export function isForgeable(request: RequestEntry): boolean {
  if (request.method !== 'POST' || request.party !== 'first' || request.sent.length === 0) return false;
  if (!isAsking(request) || request.type === 'ping' || !wasLetIn(request)) return false;
  if (!isSimple(request) || isFromElsewhere(request) || isHarmless(request)) return false;
  return !hasCsrfToken(request) && !needsKnowledge(request);
}

export function changesState(request: RequestEntry): boolean {
  return !isLogoutRequest(request);
}

function wasLetIn(request: RequestEntry): boolean {
  const { status, error } = request;
  return status !== null && status < 400 && error === null && answerOf(request) !== 'refused';
}

/** Fetch section 2.2.2: what needs no preflight. And all that was sent is known, as far as names go. */
function isSimple({ requestHeaders, fields }: RequestEntry): boolean {
  const type = requestHeaders.find(({ name }) => name === 'content-type')?.value ?? '';
  if (
    type !== '' &&
    !/^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i.test(type)
  )
    return false;
  if (fields === null) return type === '';
  return (fields.format === 'form' || fields.format === 'multipart') && fields.names.length < MAX_NAMES;
}

function isFromElsewhere({ requestHeaders, initiator, url }: RequestEntry): boolean {
  const from = requestHeaders.find(({ name }) => name === 'sec-fetch-site')?.value;
  return from === 'cross-site' || (initiator !== null && !sameSite(initiator, url));
}

/** A password, a code: whoever forges the request would have to know it. */
function needsKnowledge(request: RequestEntry): boolean {
  const credential = credentialOf(request);
  if (credential !== null && credential !== 'password-change') return true;
  return lookOfFields(request.fields?.names ?? []).currentPassword;
}

/** What is asked, counted or only set for the eye. */
const HARMLESS = new Set(
  `search suggest autocomplete query filter sort find lookup track tracking collect beacon analytics telemetry metrics event events
  log logs rum vitals ping heartbeat poll consent theme language lang locale currency captcha validate preview`.split(
    /\s+/,
  ),
);

function isHarmless(request: RequestEntry): boolean {
  const path = lookOfRequest(request)?.path ?? '';
  return wordsOf(path.slice(-60)).some((word) => HARMLESS.has(word));
}
