import type { Page } from 'playwright';
import type { LoginVerdict } from '../../../src/core/session/login-verdict.ts';
import type { Role, SecretRole } from '../../../src/core/session/roles.ts';

export const USER = 'ada';
export const PASSWORD = 'crumbtrail';
export const WRONG_PASSWORD = 'not the password';

export type Running = {
  /** Where the app is, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
};

export type ExpectedSession = {
  readonly role: SecretRole;
  /** Default: none. */
  readonly members?: readonly string[];
  readonly lifetime: 'browser-session' | 'fixed' | 'sliding' | 'rolling' | 'unknown';
  /** Verdicts of its logins, failed ones among them, in their order. */
  readonly login: readonly LoginVerdict[];
  /** Of changes of rights; default: none. */
  readonly privilege?: readonly LoginVerdict[];
  readonly logout: readonly ('cleared' | 'not-cleared' | 'alive-after-logout' | 'dead-after-logout')[];
};

/** A small site on a real session library, the same to a person as all the others. */
export type FrameworkApp = {
  readonly name: string;
  /** Whether its handling of sessions is as its library's authors recommend. */
  readonly form: 'sound' | 'flawed';
  /** `NAME.test` */
  readonly host: string;
  readonly routes: {
    readonly home: string;
    readonly login: string;
    readonly account: string;
    readonly logout: string;
    /** Where the password is asked for again. */
    readonly privilege?: string;
  };
  /** What a person does there; default: `person.ts`'s visit. */
  readonly visit?: (page: Page, origin: string) => Promise<void>;
  /** null, or why it cannot run on this machine. */
  readonly missing?: () => string | null;
  readonly start: () => Promise<Running>;
  /** The part of a cookie's value that stands for the session; default: the whole. */
  readonly idOf?: (value: string) => string;
  /** What stands for a cookie's name that is another at every visit; default: the name. */
  readonly nameOf?: (name: string) => string;
  readonly expected: {
    /** By cookie name. */
    readonly sessions: Readonly<Record<string, ExpectedSession>>;
    /** Every other cookie of the site. */
    readonly others: Readonly<Record<string, Role>>;
    /** What a HAR file cannot tell as well, for it knows no cookie before it was sent or set. */
    readonly inHar?: Readonly<Record<string, Partial<ExpectedSession>>>;
  };
};

export const ROUTES = { home: '/', login: '/login', account: '/account', logout: '/logout' } as const;
