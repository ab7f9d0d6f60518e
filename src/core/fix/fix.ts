/** What a fix in a framework's words is made of. */
import type { Topic } from './topic.ts';

/** The cookie as it should be set. */
export interface WantedCookie {
  readonly name: string;
  /** Only where it is needed. */
  readonly domain?: string;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none';
  readonly partitioned: boolean;
  /** Seconds; absent: until the browser session ends. */
  readonly maxAge?: number;
}

export interface WantedHeader {
  readonly name: string;
  readonly value: string;
}

/** What is asked of a framework. */
export interface Need {
  readonly cookie: WantedCookie;
  /** For the topic `headers`. */
  readonly headers: readonly WantedHeader[];
}

export interface Snippet {
  /** Where it goes, if not where the cookie is set: a file or a setting's name. */
  readonly file?: string;
  readonly code: string;
  /** What the code does not say. */
  readonly note?: string;
}

/** A framework's answers; what is absent is not its business. */
export type FrameworkFixes = Partial<Readonly<Record<Topic, (need: Need) => Snippet>>>;
