import { type DecodeOctets, never } from '../layer.ts';
import { stringsIn } from '../printable.ts';

interface Language {
  readonly format: string;
  readonly name: string;
  readonly fits: (octets: Uint8Array) => boolean;
  /** Its mark is so short that random octets begin with it now and then: there must be a word in it, too. */
  readonly needsWord?: true;
}

/** Objects that a server's language has written out. Rebuilding one can run code, so it is only looked at from outside. */
const LANGUAGES: readonly Language[] = [
  {
    format: 'ruby-marshal',
    name: 'Ruby objects (Marshal)',
    // Version 4.8, then a type.
    fits: (octets) => octets[0] === 4 && octets[1] === 8 && isOneOf('"/0:;@CFITU[cefilmoSu{}', octets[2]),
    needsWord: true,
  },
  {
    format: 'python-pickle',
    name: 'Python objects (pickle)',
    // PROTO 2 to 5, and STOP at the end.
    fits: (octets) => octets[0] === 0x80 && between(octets[1], 2, 5) && octets.at(-1) === 0x2e,
    needsWord: true,
  },
  {
    format: 'java-serialized',
    name: 'Java objects (serialization)',
    fits: (octets) => startsWith(octets, [0xac, 0xed, 0, 5]),
  },
  {
    format: 'dotnet-binary',
    name: '.NET objects (BinaryFormatter)',
    fits: (octets) => startsWith(octets, [0, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]),
  },
];

/** Marshal, pickle, Java and .NET: known by their first octets; the words in them are shown, nothing is rebuilt. */
export const foreignObject: DecodeOctets = (octets) => {
  if (octets.length < 4) return null;
  const language = LANGUAGES.find(({ fits }) => fits(octets));
  if (language === undefined) return null;
  const strings = stringsIn(octets);
  if (language.needsWord && strings.length === 0) return null;
  return {
    layer: {
      format: language.format,
      readable: true,
      text: strings.join('\n'),
      data: strings,
      notes: [
        `${language.name}: shown are the words in it; it is never rebuilt.`,
        'A server that rebuilds such a value without a signature over it runs what the sender wants (CWE-502).',
      ],
    },
    rewrite: never('Such objects are read here, not written.'),
  };
};

function startsWith(octets: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((octet, place) => octets[place] === octet);
}

function between(octet: number | undefined, low: number, high: number): boolean {
  return octet !== undefined && octet >= low && octet <= high;
}

function isOneOf(characters: string, octet: number | undefined): boolean {
  return octet !== undefined && characters.includes(String.fromCharCode(octet));
}
