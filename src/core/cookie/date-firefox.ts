import { epochTime, fullYear } from './calendar-date.ts';
import { monthAt, threeLetters } from './month.ts';

/** What has been found so far. */
interface Found {
  /** 0 to 11; -1 is the December before, of a month written as 0. */
  month: number | undefined;
  day: number | undefined;
  year: number | undefined;
  clock: { readonly hour: number; readonly minute: number; readonly second: number } | undefined;
  /** Minutes east of Greenwich, of a zone's name. */
  zone: number | undefined;
  /** Minutes east of Greenwich, in figures. */
  offset: number | undefined;
}

/** Whatever may stand between two tokens; a sign begins one. */
const between = ' \t,;/()[]';
const ends = `${between}+-`;

/** More tokens than this are no date: so long a text is not read to its end. */
const mostTokens = 1000;

/**
 * A cookie date as Firefox reads it, epoch milliseconds: words by their first three letters, time zones by name or in
 * figures, `05/01/2027`, a.m. and p.m., days and hours past the end of their month or day counted on into the next, and a
 * time without seconds some seconds short of it. Source: NSPR pr/src/misc/prtime.c, PR_ParseTimeString, as of ESR 153.
 */
export function firefoxDate(text: string): number | undefined {
  const found: Found = {
    month: undefined,
    day: undefined,
    year: undefined,
    clock: undefined,
    zone: undefined,
    offset: undefined,
  };
  let at = 0;
  for (let tokens = 0; at < text.length; tokens += 1) {
    if (tokens > mostTokens) return undefined;
    at = nextToken(text, token(text, at, found), found.year === undefined);
  }
  const { month, day, year, clock, zone, offset } = found;
  if (month === undefined || day === undefined || year === undefined || year > 0x7fff) return undefined;
  const isYearBefore = month < 0;
  const time = epochTime({
    year: isYearBefore ? year - 1 : year,
    month: isYearBefore ? 11 : month,
    day,
    ...(clock ?? { hour: 0, minute: 0, second: 0 }),
  });
  return time - (offset ?? zone ?? 0) * 60_000;
}

/** Where the next token begins: a dash is skipped after a word, as long as there is no year, and before anything but a digit. */
function nextToken(text: string, from: number, hasNoYear: boolean): number {
  let at = from;
  while (at < text.length && !ends.includes(text.charAt(at))) at += 1;
  for (;;) {
    while (at < text.length && between.includes(text.charAt(at))) at += 1;
    const isSkipped =
      text.charAt(at) === '-' &&
      ((hasNoYear && isLetter(text.charCodeAt(at - 1))) || !isDigit(text.charCodeAt(at + 1)));
    if (!isSkipped) return at;
    at += 1;
  }
}

/** Takes in what begins at `at`; gives a place in it, or at its end. */
function token(text: string, at: number, found: Found): number {
  const first = text.charCodeAt(at);
  if (isDigit(first)) return number(text, at, found);
  if (first === 0x2b || first === 0x2d) return sign(text, at, found);
  word(text, at, found);
  return at;
}

function word(text: string, at: number, found: Found): void {
  const month = monthAt(text, at);
  if (month !== -1) found.month ??= month;
  else found.zone ??= zoneAt(text, at);
}

/** `GMT+0200` counts, `PST+0200` does not; figures are hours, or hours and minutes. */
function sign(text: string, at: number, found: Found): number {
  if (found.offset !== undefined || (found.zone ?? 0) !== 0) return at + 1;
  const end = digitsEnd(text, at + 1);
  const length = end - at - 1;
  if (length !== 1 && length !== 2 && length !== 4) return at + 1;
  const figures = Number(text.slice(at + 1, end));
  const minutes = length === 4 ? Math.floor(figures / 100) * 60 + (figures % 100) : figures * 60;
  found.zone = 0;
  // Firefox marks "none yet" with -1, so a minute west of Greenwich counts for nothing.
  const offset = text.charAt(at) === '-' ? -minutes : minutes;
  if (offset !== -1) found.offset = offset;
  return at + 1;
}

function number(text: string, at: number, found: Found): number {
  const end = digitsEnd(text, at);
  const after = text.charAt(end);
  if (after === ':') {
    found.clock ??= clockAt(text, at);
    return end;
  }
  if ((after === '/' || after === '-') && isDigit(text.charCodeAt(end + 1))) {
    return found.month === undefined ? figures(text, at, found) : at;
  }
  if (isLetter(text.charCodeAt(end))) return end;
  const value = Number(text.slice(at, end));
  const length = end - at;
  if (length === 4 || length === 5) found.year ??= value;
  else if (length === 1) found.day ??= value;
  else if (length === 2 && found.day === undefined && value < 32) found.day = value;
  else if (length === 2) found.year ??= fullYear(value);
  return end;
}

const clockForm = /(\d\d?):(\d\d?)(?!\d)(?::(\d{0,2})(?!\d)|(?!:))/y;
const halfForm = /[ \t]*([ap])m/iy;

function clockAt(text: string, at: number): Found['clock'] {
  clockForm.lastIndex = at;
  const parts = clockForm.exec(text);
  if (parts === null) return undefined;
  const end = clockForm.lastIndex;
  const hour = Number(parts[1]);
  return {
    hour: hour + halfDay(text, end, hour),
    minute: Number(parts[2]),
    second: seconds(parts[3] ?? '', text, end),
  };
}

/** What a.m. or p.m. behind the time adds to its hour. */
function halfDay(text: string, end: number, hour: number): number {
  halfForm.lastIndex = end;
  const half = hour > 12 ? undefined : halfForm.exec(text)?.[1]?.toLowerCase();
  if (half === 'p') return hour === 12 ? 0 : 12;
  return half === 'a' && hour === 12 ? -12 : 0;
}

/** Where there are none, Firefox takes whatever stands there for a digit: the end of the text for minus 48. */
function seconds(written: string, text: string, end: number): number {
  if (written !== '') return Number(written);
  const taken = (end < text.length ? text.charCodeAt(end) : 0) - 0x30;
  return taken === -1 ? 0 : taken;
}

const figuresForm = /(\d\d?)[/-](\d\d?)[/-](\d\d(?:\d\d\d?)?|\d)(?![0-9A-Za-z])/y;

/** `MM/DD/YY`, `DD/MM/YY` where the first is over 12, `YY/MM/DD` where it is over 31 or 0; with dashes too. */
function figures(text: string, at: number, found: Found): number {
  figuresForm.lastIndex = at;
  const parts = figuresForm.exec(text);
  if (parts === null) return at;
  const end = figuresForm.lastIndex;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (first > 31 || first === 0) {
    if (second > 12 || third > 31) return at;
    Object.assign(found, { year: fullYear(first), month: second - 1, day: third });
  } else if (first <= 12) {
    Object.assign(found, { year: fullYear(third), month: first - 1, day: second });
  } else if (second <= 12) {
    Object.assign(found, { year: fullYear(third), month: second - 1, day: first });
  }
  return end;
}

/** Minutes east of Greenwich, summer time counted in, by the first three letters of a word. */
const zones: ReadonlyMap<number, number> = new Map(
  Object.entries({
    ast: -240,
    bst: 60,
    cdt: -300,
    cst: -360,
    edt: -240,
    eet: 120,
    est: -300,
    gmt: 0,
    jst: 540,
    mdt: -360,
    met: 60,
    mst: -420,
    nst: -210,
    pdt: -420,
    pst: -480,
  }).map(([name, minutes]) => [threeLetters(name, 0), minutes]),
);

const utForm = /ut(?![a-z])/iy;

/** `UT` is Greenwich too, `UTC` is no zone that is known. */
function zoneAt(text: string, at: number): number | undefined {
  utForm.lastIndex = at;
  return utForm.test(text) ? 0 : zones.get(threeLetters(text, at));
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const isLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
