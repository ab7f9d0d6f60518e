/** What a rule may read: a recording as seen from one site. */
import type {
  CookieEntry,
  Party,
  Recording,
  RequestEntry,
  SetCookieEntry,
  Site,
} from '../recording/recording.ts';
import type { Evidence } from '../report/evidence.ts';
import type { RoleVerdict } from '../session/role.ts';
import type { CookieRef } from './report.ts';

export interface Subject {
  /** The top-level site. */
  readonly site: Site;
  /** Scheme and registrable domain, `https` where it was seen. */
  readonly origin: string;
  readonly recording: Recording;
  /** Under pages of this site, embedded ones among them, in order of their beginning. */
  readonly requests: readonly RequestEntry[];
  /** Lines of these requests' responses, oldest first. */
  readonly setCookies: readonly SetCookieEntry[];
  /** Stored at any time, or only ever refused. */
  readonly cookies: readonly SubjectCookie[];
  /** How things are shown without their secrets. */
  readonly show: Evidence;
  /** The result of `compute`, made once for this subject however many rules ask; `compute` must be one function, not made anew. */
  shared<T>(compute: (subject: Subject) => T): T;
}

export interface SubjectCookie extends RoleVerdict {
  readonly ref: CookieRef;
  /** null: only ever refused. */
  readonly entry: CookieEntry | null;
  /** The lines that set, delete or try to set it under this site, oldest first. */
  readonly lines: readonly SetCookieEntry[];
  readonly party: Party;
  /**
   * Whether losing it is losing a login here: a secret role, first party. A cookie of an embedded site is that site's to mend,
   * and says nothing about this one's login.
   */
  readonly secret: boolean;
  readonly writtenByScript: boolean;
}
