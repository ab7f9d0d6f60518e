/** The usual alphabets of session IDs: which one a handful of IDs was written in. */

export interface Alphabet {
  readonly name: string;
  readonly size: number;
  /** In the order of their numbers; empty for an alphabet that is only known by what was seen of it. */
  readonly characters: string;
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const PRINTABLE = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');

/** Smallest first: the first that holds all characters is taken, for a chance draw of a larger one seldom fits a smaller. */
const ALPHABETS: readonly Alphabet[] = [
  make('digits', DIGITS),
  make('hex', `${DIGITS}abcdef`),
  make('upper-case hex', `${DIGITS}ABCDEF`),
  make('mixed-case hex', `${DIGITS}ABCDEFabcdef`),
  make('lower-case letters', LOWER),
  make('upper-case letters', UPPER),
  make('base32hex', `${DIGITS}abcdefghijklmnopqrstuv`), // PHP with 5 bits a character
  make('upper-case base32hex', `${DIGITS}ABCDEFGHIJKLMNOPQRSTUV`),
  make('base32', `${UPPER}234567`),
  make('lower-case base32', `${LOWER}234567`),
  make('ASP.NET base32', `${LOWER}012345`), // ASP.NET_SessionId
  make('Crockford base32', CROCKFORD),
  make('lower-case Crockford base32', CROCKFORD.toLowerCase()),
  make('base36', DIGITS + LOWER),
  make('upper-case base36', DIGITS + UPPER),
  make('letters', UPPER + LOWER),
  make('base58', BASE58),
  make('base62', DIGITS + UPPER + LOWER),
  make('base64url', `${UPPER + LOWER + DIGITS}-_`),
  make('base64', `${UPPER + LOWER + DIGITS}+/`),
  make('PHP base64', `${DIGITS + LOWER + UPPER}-,`), // PHP with 6 bits a character
  make('printable ASCII', PRINTABLE),
];

const SETS: readonly ReadonlySet<string>[] = ALPHABETS.map(({ characters }) => new Set(characters));

function make(name: string, characters: string): Alphabet {
  return { name, size: characters.length, characters };
}

/** The alphabet of a set of single characters (UTF-16 code units, so a lone surrogate is one like any other). */
export function alphabetOfCharacters(characters: ReadonlySet<string>): Alphabet {
  if (characters.size === 0) return { name: 'none', size: 0, characters: '' };
  const index = SETS.findIndex((set) => isWithin(characters, set));
  return ALPHABETS[index] ?? { name: `${characters.size} characters`, size: characters.size, characters: '' };
}

function isWithin(characters: ReadonlySet<string>, set: ReadonlySet<string>): boolean {
  for (const character of characters) if (!set.has(character)) return false;
  return true;
}

const SEPARATOR = /[-._:|~!]/;

/**
 * The alphabet that IDs are written in. Separators are set aside where the rest is of one case: `-` in groups of hex digits is
 * layout, in mixed-case base64url it is a digit like any other.
 */
export function alphabetOf(ids: Iterable<string>): Alphabet {
  const characters = charactersOf(ids);
  characters.delete('=');
  const bare = new Set([...characters].filter((character) => !SEPARATOR.test(character)));
  const withoutSeparators = alphabetOfCharacters(bare);
  return isOneCase(bare) && bare.size > 0 ? withoutSeparators : alphabetOfCharacters(characters);
}

function isOneCase(characters: ReadonlySet<string>): boolean {
  const all = [...characters].join('');
  return /^[0-9a-z]*$/.test(all) || /^[0-9A-Z]*$/.test(all);
}

/** Whether the alphabet leaves separators out although the ID may hold them. */
export function isSeparator(character: string): boolean {
  return SEPARATOR.test(character) || character === '=';
}

function charactersOf(ids: Iterable<string>): Set<string> {
  const ascii = new Uint8Array(128);
  const characters = new Set<string>();
  for (const id of ids) {
    for (let i = 0; i < id.length; i++) {
      const code = id.charCodeAt(i);
      if (code < 128) ascii[code] = 1;
      else characters.add(id.charAt(i));
    }
  }
  ascii.forEach((isSeen, code) => {
    if (isSeen === 1) characters.add(String.fromCharCode(code));
  });
  return characters;
}

/**
 * Base64 of whole octets leaves bits of its last digit unused (RFC 4648 section 3.5): its position, and which places of the
 * alphabet it then takes; null where the IDs show no such thing. Padding tells it, or eight IDs that all keep to it.
 */
export function base64Tail(
  ids: readonly string[],
  { size, characters }: Alphabet,
): { position: number; step: number } | null {
  const first = ids[0] ?? '';
  const padding = /={0,2}$/.exec(first)?.[0].length ?? 0;
  const position = first.length - padding - 1;
  const digits = (position + 1) % 4;
  if (size !== 64 || digits < 2 || (padding === 0 && ids.length < 8)) return null;
  const step = digits === 2 ? 16 : 4;
  const areAlike = ids.every(
    (id) =>
      id.length === first.length &&
      id.endsWith('='.repeat(padding)) &&
      characters.indexOf(id.charAt(position)) % step === 0,
  );
  return areAlike ? { position, step } : null;
}
