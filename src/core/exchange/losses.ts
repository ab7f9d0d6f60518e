/** What became of a cookie that was written: what reading it back does not give. */
import type { BrowserCookie } from '../recording/fact.ts';
import { COOKIE_FIELDS, type CookieFieldName, type Lost } from './types.ts';

/** @param back what the format's own reader makes of it */
export function lossesOf(cookie: BrowserCookie, index: number, back: BrowserCookie): readonly Lost[] {
  return COOKIE_FIELDS.filter((field) => !isSame(cookie, back, field)).map((field) => ({
    cookie: index,
    field,
    why: field === 'expires' && isRounded(cookie, back) ? 'rounded' : 'no-place',
  }));
}

/** The cookie is not in the text: its first text that such a format cannot hold is to blame. */
export function leftOut(cookie: BrowserCookie, index: number): readonly Lost[] {
  const field = (['name', 'value', 'domain', 'path'] as const).find((one) =>
    /[\0-\x1f;\x7f]/.test(cookie[one]),
  );
  return [
    { cookie: index, field: field ?? (cookie.value.includes('=') ? 'value' : 'name'), why: 'left-out' },
  ];
}

function isSame(cookie: BrowserCookie, back: BrowserCookie, field: CookieFieldName): boolean {
  // In a partition of its own site, as most are, it is false; a store says so, a file may not.
  if (field === 'hasCrossSiteAncestor') return (cookie[field] ?? false) === (back[field] ?? false);
  if (field === 'firstPartyDomain') return (cookie[field] ?? '') === (back[field] ?? '');
  return cookie[field] === back[field];
}

function isRounded({ expires }: BrowserCookie, back: BrowserCookie): boolean {
  return expires !== null && back.expires !== null && Math.abs(expires - back.expires) < 1000;
}
