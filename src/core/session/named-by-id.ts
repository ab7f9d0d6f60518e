/** Content in a cookie that is named after the session's ID, which is in another one (AdonisJS's cookie store). */
import type { SubjectCookie } from '../audit/subject.ts';
import { decodeBase64, textOf } from '../value/base64.ts';
import { percentDecoded } from './percent-decoded.ts';
import { lookOfValue } from './value-look.ts';

/** Bounds for sites that nobody made to be used. */
const MOST_NAMES = 50;
const MOST_VALUES = 100;
const LONGEST = 2048;

/** By cookie whose name is an ID: the name of the cookie that has it in a value. */
export function namedById(cookies: readonly SubjectCookie[]): ReadonlyMap<string, string> {
  const names = cookies
    .map(({ ref }) => ref.name)
    .filter((name) => lookOfValue(name) === 'opaque')
    .slice(0, MOST_NAMES);
  const owners = new Map<string, string>();
  if (names.length === 0) return owners;
  const texts = cookies
    .filter(({ ref }) => !names.includes(ref.name))
    .flatMap((cookie) => valuesOf(cookie).map((value) => ({ owner: cookie.ref.name, text: readable(value) })))
    .slice(0, MOST_VALUES);
  for (const name of names) {
    const owner = texts.find(({ text }) => text.includes(name))?.owner;
    if (owner !== undefined) owners.set(name, owner);
  }
  return owners;
}

function valuesOf({ entry, lines }: SubjectCookie): readonly string[] {
  const values = new Set<string>();
  for (const { parsed } of lines) if (parsed.ok) values.add(parsed.cookie.value.slice(0, LONGEST));
  if (entry !== null) values.add(entry.cookie.value.slice(0, LONGEST));
  return [...values];
}

/** The value and what its signed or encoded pieces hold. */
function readable(value: string): string {
  const text = percentDecoded(value);
  const pieces = text.split(/[.:]/).map((piece) => {
    const octets = piece.length < 8 ? null : decodeBase64(piece);
    return octets === null ? null : textOf(octets);
  });
  return [text, ...pieces].join('\n');
}
