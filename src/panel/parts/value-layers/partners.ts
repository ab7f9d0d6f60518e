/** Other cookies that a cookie's value has to do with: the rest of it, or its signature. */
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { keyOf } from '../../../core/recording/keys.ts';
import type { Recording } from '../../../core/recording/recording.ts';
import { joinedChunks } from '../../../core/value/chunks.ts';

export interface Partners {
  /** The cookies that hold the whole value, in order: this one alone, or it is one of several. */
  readonly parts: readonly BrowserCookie[];
  /** `NAME.sig` of cookie-session and Koa, beside NAME: its signature. */
  readonly signedBy: string | null;
  /** For such a signature: what it signs. */
  readonly signs: string | null;
}

/** 27 characters: HMAC-SHA1 in base64url, as keygrip makes it; other digests are longer. */
const SIGNATURE = /^[\w-]{27,}$/;

/** Of the cookies that stand at the same place: domain, path and partition. */
export function partnersOf(recording: Recording, cookie: BrowserCookie): Partners {
  const named = (name: string): BrowserCookie | undefined => {
    if (name === cookie.name) return cookie;
    const entry = recording.cookies.get(keyOf({ ...cookie, name }));
    return entry?.present ? entry.cookie : undefined;
  };
  const valueIn = (name: string) => named(name)?.value;
  const { name } = cookie;
  const joined = joinedChunks(name, valueIn)?.names.flatMap((each) => named(each) ?? []);
  const signed = name.slice(0, -'.sig'.length);
  return {
    parts: joined ?? [cookie],
    signedBy: SIGNATURE.test(valueIn(`${name}.sig`) ?? '') ? `${name}.sig` : null,
    signs: name.endsWith('.sig') && SIGNATURE.test(cookie.value) && named(signed) ? signed : null,
  };
}
