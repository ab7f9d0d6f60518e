import { suggestedRole, wellKnownName } from './names.ts';
import { isSecretRole } from './roles.ts';
import { lookOfValue, type ValueLook } from './value-look.ts';

/** A cookie as far as its looks tell something; what is absent says nothing. */
export interface CookieLook {
  readonly name: string;
  readonly value: string;
  /** As in a Set-Cookie line: absent or '' for a host-only cookie. */
  readonly domain?: string;
  readonly path?: string;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: string;
  /** Epoch milliseconds; null: until the browser session ends. */
  readonly expires?: number | null;
  /** From being set to its expiry, milliseconds: the core reads no clock. */
  readonly lifetime?: number;
}

/** One reason, and how far it moves the odds (natural logarithm; below 0: against). */
export interface Signal {
  readonly name: string;
  readonly weight: number;
}

export interface SessionLikelihood {
  /** 0..1. */
  readonly likelihood: number;
  /** Reasons in words, the heaviest first; those against begin with "not: ". */
  readonly signals: readonly string[];
}

/** One cookie in ten or so is a session: the odds before anything is known. */
const PRIOR = -2.2;
/** A cookie named for another purpose is never called a session, whatever else it looks like. */
const INNOCENT_CEILING = 0.05;
const DAY = 86_400_000;

/**
 * How likely a cookie carries a login or a visit, 0..1, from its looks and from `observed` signals (origin, behaviour).
 * Weights are ours, ordered by what measurements of real sites show: names and HttpOnly are weak alone (F1 0.2-0.4 on 2,546
 * labelled cookies), so several must agree.
 */
export function sessionLikelihood(cookie: CookieLook, observed: readonly Signal[] = []): SessionLikelihood {
  const signals = [
    ...nameSignals(cookie),
    ...valueSignals(cookie),
    ...attributeSignals(cookie),
    ...observed,
  ].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const odds = signals.reduce((sum, signal) => sum + signal.weight, PRIOR);
  const probability = 1 / (1 + Math.exp(-odds));
  const likelihood = isInnocent(cookie.name) ? Math.min(probability, INNOCENT_CEILING) : probability;
  return {
    likelihood: Math.round(likelihood * 100) / 100,
    signals: signals.map(({ name, weight }) => (weight < 0 ? `not: ${name}` : name)),
  };
}

function isInnocent(name: string): boolean {
  const role = wellKnownName(name)?.role ?? suggestedRole(name)?.role;
  return role !== undefined && !isSecretRole(role);
}

function nameSignals({ name }: CookieLook): readonly Signal[] {
  const prefix = /^__(?:Host|Secure)-/i.test(name) ? [{ name: 'cookie name prefix', weight: 0.6 }] : [];
  const known = wellKnownName(name);
  if (known !== null) {
    if (!isSecretRole(known.role)) return [{ name: `well-known ${known.role} name`, weight: -4 }];
    return [
      { name: `well-known ${known.role} name ${known.pattern}`, weight: known.exact ? 3.4 : 2.8 },
      ...prefix,
    ];
  }
  const word = suggestedRole(name);
  if (word === null) return prefix;
  if (!isSecretRole(word.role)) return [{ name: `name says ${word.role}`, weight: -3 }];
  return [{ name: `name says ${word.word}`, weight: 2.2 }, ...prefix];
}

const VALUE_SIGNALS: Readonly<Record<ValueLook, Signal | null>> = {
  empty: { name: 'empty value', weight: -1.5 },
  flag: { name: 'value is a flag', weight: -3 },
  word: { name: 'value is a word or a small number', weight: -2 },
  short: null,
  text: { name: 'value is readable text', weight: -1.2 },
  opaque: { name: 'long opaque value', weight: 1.2 },
  jwt: { name: 'value is a JWT', weight: 2.4 },
  signed: { name: 'value is signed or sealed by a framework', weight: 1.8 },
};

function valueSignals({ name, value }: CookieLook): readonly Signal[] {
  const look = lookOfValue(value);
  const signal = VALUE_SIGNALS[look];
  if (signal === null) return [];
  const known = wellKnownName(name);
  // `sid=1001` is a session all the same, only a bad one.
  const poorId = look === 'word' && known?.role === 'session' && known.exact;
  return [poorId ? { ...signal, weight: -0.8 } : signal];
}

function* attributeSignals(cookie: CookieLook): Generator<Signal> {
  if (cookie.httpOnly === true) yield { name: 'HttpOnly', weight: 1.2 };
  if (cookie.httpOnly === false) yield { name: 'readable by script', weight: -0.5 };
  if (cookie.secure === true) yield { name: 'Secure', weight: 0.2 };
  if (cookie.domain === undefined || cookie.domain === '') yield { name: 'host-only', weight: 0.2 };
  if (cookie.sameSite === 'lax' || cookie.sameSite === 'strict') {
    yield { name: `SameSite=${cookie.sameSite}`, weight: 0.1 };
  }
  if (cookie.expires === null) yield { name: 'ends with the browser session', weight: 0.5 };
  // Under a session's own name a long life is a flaw, not a doubt.
  if (wellKnownName(cookie.name) !== null) return;
  const days = (cookie.lifetime ?? 0) / DAY;
  if (days > 180) yield { name: 'lives longer than half a year', weight: -1.2 };
  else if (days > 30) yield { name: 'lives longer than a month', weight: -0.9 };
}
