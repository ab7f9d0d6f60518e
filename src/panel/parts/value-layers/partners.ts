/** Other cookies that a cookie's value has to do with: the rest of it, or its signature. */
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { keyOf } from '../../../core/recording/keys.ts';
import type { Recording } from '../../../core/recording/recording.ts';
import { type Joined, joinedChunks } from '../../../core/value/chunks.ts';

export interface Partners {
  /** The whole value, where this cookie is one of several that hold it. */
  readonly joined: Joined | null;
  /** `NAME.sig` of cookie-session and Koa, beside NAME: its signature. */
  readonly signedBy: string | null;
  /** For such a signature: what it signs. */
  readonly signs: string | null;
}

/** Of the cookies that stand at the same place: domain, path and partition. */
export function partnersOf(recording: Recording, cookie: BrowserCookie): Partners {
  const named = (name: string): string | undefined => {
    if (name === cookie.name) return cookie.value;
    const entry = recording.cookies.get(keyOf({ ...cookie, name }));
    return entry?.present ? entry.cookie.value : undefined;
  };
  const has = (name: string) => (named(name) === undefined ? null : name);
  const { name } = cookie;
  return {
    joined: joinedChunks(name, named),
    // 27 characters: HMAC-SHA1 in base64url, as keygrip makes it; other digests are longer.
    signedBy: /^[\w-]{27,}$/.test(named(`${name}.sig`) ?? '') ? `${name}.sig` : null,
    signs: name.endsWith('.sig') && /^[\w-]{27,}$/.test(cookie.value) ? has(name.slice(0, -4)) : null,
  };
}
