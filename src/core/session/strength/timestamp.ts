/** IDs that are a time, hold one as a part, or are a plain number. */
import { plausibleTime } from './plausible-time.ts';
import type { Structure } from './structure-type.ts';

export interface TimeForm {
  readonly unit: 'seconds' | 'milliseconds' | 'microseconds';
  readonly base: 10 | 16 | 36;
  readonly length: number;
}

/** Lengths hold for the years 2010 to 2039. */
export const TIME_FORMS: readonly TimeForm[] = [
  { unit: 'seconds', base: 10, length: 10 },
  { unit: 'milliseconds', base: 10, length: 13 },
  { unit: 'microseconds', base: 10, length: 16 },
  { unit: 'seconds', base: 16, length: 8 },
  { unit: 'milliseconds', base: 16, length: 11 },
  { unit: 'seconds', base: 36, length: 6 },
  { unit: 'milliseconds', base: 36, length: 8 },
];

const PER_SECOND = { seconds: 1, milliseconds: 1e3, microseconds: 1e6 } as const;

/** Epoch milliseconds of a piece of text in that form; null where it is none. */
export function timeIn(text: string, { unit, base, length }: TimeForm): number | null {
  if (text.length !== length || !/^[0-9a-z]+$/i.test(text)) return null;
  if (base === 10 && !/^\d+$/.test(text)) return null;
  if (base === 16 && !/^[0-9a-f]+$/i.test(text)) return null;
  return plausibleTime((Number.parseInt(text, base) / PER_SECOND[unit]) * 1000);
}

/**
 * From one ID only a decimal time tells something: of eight hex digits or base36 ones every fifth would pass for a time.
 * `sample-structure.ts` sees those from several.
 */
export function timestamp(id: string): Structure | null {
  return wholeTime(id) ?? uniqid(id) ?? number(id) ?? timeInParts(id);
}

function wholeTime(id: string): Structure | null {
  for (const form of TIME_FORMS) {
    const time = form.base === 10 ? timeIn(id, form) : null;
    if (time !== null) return timeStructure(form, time, 'firm', 0);
  }
  return null;
}

/** `1712345678.5123`, `user-1712345678901-ab12`: a time between separators. */
function timeInParts(id: string): Structure | null {
  if (id.length > 256) return null;
  const parts = id.split(/[^0-9a-z]+/i).filter((part) => part !== '');
  if (parts.length < 2) return null;
  for (const form of TIME_FORMS) {
    if (form.base !== 10) continue;
    const part = parts.find((candidate) => timeIn(candidate, form) !== null);
    if (part === undefined) continue;
    const rest = parts.filter((other) => other !== part).join('');
    // Something long beside the time may be all the strength that is needed.
    const isBare = rest.length < 8;
    return timeStructure(form, timeIn(part, form) ?? 0, 'firm', isBare ? Math.log2(36) * rest.length : null);
  }
  return null;
}

/** PHP's uniqid(): 8 hex digits of seconds and 5 of microseconds, which stay below 1,000,000. */
function uniqid(id: string): Structure | null {
  const match = /^([0-9a-f]{8})([0-9a-f]{5})(?:\.\d{8})?$/.exec(id);
  const time = plausibleTime(Number.parseInt(match?.[1] ?? '', 16) * 1000);
  if (match === null || time === null || Number.parseInt(match[2] ?? '', 16) >= 1e6) return null;
  return {
    kind: 'php-uniqid',
    title: "PHP's uniqid()",
    proves: 'It is the time of its making in microseconds, in hex.',
    freeBits: id.includes('.') ? Math.log2(1e8) : 0,
    predictable: true,
    confidence: 'tentative',
    time,
  };
}

function number(id: string): Structure | null {
  if (!/^\d{1,9}$/.test(id)) return null;
  return {
    kind: 'number',
    title: 'plain number',
    proves: 'It is a number of few digits: all of them can be tried, and the next is likely near.',
    freeBits: id.length * Math.log2(10),
    predictable: true,
    confidence: id.length <= 6 ? 'firm' : 'tentative',
  };
}

export function timeStructure(
  { unit, base }: TimeForm,
  time: number,
  confidence: Structure['confidence'],
  freeBits: number | null,
): Structure {
  const digits = base === 10 ? 'decimal' : base === 16 ? 'hex' : 'base36';
  return {
    kind: 'timestamp',
    title: `time in ${unit} (${digits})`,
    proves:
      freeBits === null
        ? `A part of it is the time in ${unit}; only the rest can protect it.`
        : `It is the time in ${unit}${freeBits > 0 ? ' and a few characters beside it' : ''}: whoever knows about when it was made can try them all.`,
    freeBits,
    predictable: freeBits !== null,
    confidence,
    time,
  };
}
