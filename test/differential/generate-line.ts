import { generateDate } from './generate-date.ts';
import type { Random } from './random.ts';

/** Where a line is served from: what its Domain attribute can be right or wrong about. */
export interface Origin {
  readonly host: string;
  readonly domains: readonly [string, ...string[]];
}

const prefixes = [
  '__Secure-',
  '__Host-',
  '__Http-',
  '__Host-Http-',
  '__secure-',
  '__HOST-',
  '__hTTp-',
  '__host-http-',
  '__HostHttp-',
  '__Foo-',
] as const;
const paths = [
  '/',
  '/dir',
  '/dir/',
  '/dir/page',
  '/dir/page/',
  '/other',
  '',
  'dir',
  '?x',
  '//',
  '/DIR',
  '/dir%2Fpage',
  '/dïr',
  '"/"',
  '/di',
] as const;
const ages = [
  '0',
  '-1',
  '1000',
  '86400',
  '34560000',
  '34560001',
  '99999999999',
  '9999999999999999999999',
  '-9999999999999999999999',
  '+500',
  '-0',
  '00700',
  '',
  'abc',
  '12x',
  '1 2',
  '-',
  '+',
  '1e3',
  '0x10',
  '３',
  '1.5',
  '--5',
  '+-5',
  '-+5',
] as const;
const sameSites = [
  'Strict',
  'Lax',
  'None',
  'strict',
  'LAX',
  'nOnE',
  '',
  'Foo',
  'no_restriction',
  '"Lax"',
  'Lax ',
  'Strict,Lax',
] as const;
const oddCharacters = [
  '\t',
  '\x01',
  '\x1f',
  '\x7f',
  '\x0b',
  '\x0c',
  'é',
  '√',
  '😀',
  '\u00a0',
  '\u0085',
  ',',
  '"',
  '\\',
  ' ',
  '=',
] as const;

/** One Set-Cookie line. `tag` stands in its name or value, so that no two lines of a response are the same. */
export function generateLine(random: Random, origin: Origin, tag: string): string {
  const pieces = [generatePair(random, tag)];
  const count = random.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 8]);
  for (let index = 0; index < count; index += 1) pieces.push(generateAttribute(random, origin));
  // A good share of lines with what makes a cookie pass, or nothing ever gets past the first test.
  if (random.chance(0.4)) pieces.push('Secure');
  if (random.chance(0.15)) pieces.push('Path=/');
  const line = pieces.map((piece) => blank(random) + piece + blank(random)).join(';');
  const whole = random.chance(0.05) ? `${line};` : line;
  const odd = (random.chance(0.04) ? mutate(random, whole) : whole)
    .replace(/[\0\r\n]/g, '')
    .replace(/^[ \t]+|[ \t]+$/g, '');
  // As it goes over the wire: half a surrogate pair, which a mutation may leave, has no octets.
  return Buffer.from(odd).toString();
}

const blank = (random: Random): string => random.pick(['', '', '', '', ' ', ' ', ' ', '  ', '\t', ' \t ']);

function generatePair(random: Random, tag: string): string {
  const prefix = random.chance(0.2) ? random.pick(prefixes) : '';
  const value = random.pick(['x', '', '"quoted"', 'a=b', 'a b', 'é', '%20', ' padded ', 'a,b', tag]);
  switch (random.whole(0, 24)) {
    case 0:
      return `${prefix}${tag}`;
    case 1:
      return `=${prefix}${tag}`;
    case 2:
      return `${prefix}${tag}${blank(random)}=${blank(random)}${value}`;
    case 3:
      return `= ${prefix}${tag}=${value}`;
    case 4: {
      const size = random.pick([4095, 4096, 4097, 5000]);
      return `${tag}=${'v'.repeat(size - tag.length)}`;
    }
    case 5:
      return `${tag}é=${'é'.repeat(random.pick([2046, 2047, 2048]) - Math.ceil(tag.length / 2))}`;
    case 6:
      return `${tag}${random.pick(oddCharacters)}n=${value}`;
    case 7:
      return `${tag}=${value}${random.pick(oddCharacters)}v`;
    case 8:
      return random.pick(['', '=', ' = ', '\t']);
    default:
      return `${prefix}${tag}=${value}`;
  }
}

function generateAttribute(random: Random, origin: Origin): string {
  const eq = random.pick(['=', '=', '=', '=', ' = ', '= ', ' =']);
  switch (random.whole(0, 13)) {
    case 0:
      return `${cased(random, 'Path')}${eq}${random.pick(paths)}`;
    case 1:
      return `${cased(random, 'Path')}${eq}/${'p'.repeat(random.pick([1022, 1023, 1024, 2000]))}`;
    case 2:
    case 3:
      return `${cased(random, 'Domain')}${eq}${generateDomain(random, origin)}`;
    case 4:
    case 5:
      return `${cased(random, 'Expires')}${eq}${generateDate(random)}`;
    case 6:
      return `${cased(random, 'Max-Age')}${eq}${random.pick(ages)}`;
    case 7:
    case 8:
      return `${cased(random, 'SameSite')}${random.chance(0.05) ? '' : eq + random.pick(sameSites)}`;
    case 9:
      return `${cased(random, 'Secure')}${random.pick(['', '', '=', '=false'])}`;
    case 10:
      return `${cased(random, 'HttpOnly')}${random.pick(['', '', '=', '=0'])}`;
    case 11:
      return `${cased(random, 'Partitioned')}${random.pick(['', '', '=', '=no'])}`;
    case 12:
      return random.pick([
        'Priority=High',
        'priority=low',
        'SameParty',
        'Version=1',
        'Comment',
        '=',
        '=x',
        'Foo=bar',
        'Max_Age=5',
        '$Path=/',
      ]);
    default:
      return `Foo${random.pick(oddCharacters)}=b${random.pick(oddCharacters)}r`;
  }
}

function generateDomain(random: Random, { host, domains }: Origin): string {
  const domain = random.pick(domains);
  switch (random.whole(0, 15)) {
    case 0:
      return `.${domain}`;
    case 1:
      return domain.toUpperCase();
    case 2:
      return random.pick(['', '.', '..', ' ', '%', '*', '/', ':', '[::1]', '127.1', '0x7f.0.0.1']);
    case 3:
      return `..${domain}`;
    case 4:
      return `${domain}.`;
    case 5:
      return random.pick(['sub.', 'x', '.sub.', 'sub..']) + host;
    case 6:
      return random.pick(['ünder.', 'ｘ.', '\u212a.']) + domain;
    case 7:
      return `${domain}:${random.pick(['80', '443'])}`;
    case 8:
      return domain.replace('e', '%65');
    default:
      return domain;
  }
}

function cased(random: Random, name: string): string {
  return random.pick([
    name,
    name,
    name,
    name.toLowerCase(),
    name.toUpperCase(),
    name.replace(/[aeiou]/g, (v) => v.toUpperCase()),
  ]);
}

/** A character put in, taken out, or changed for a structural one, anywhere. */
function mutate(random: Random, line: string): string {
  const at = random.whole(0, Math.max(0, line.length - 1));
  const put = random.pick([';', '=', ' ', '\t', ',', '.', '\x02', 'ß', '']);
  return line.slice(0, at) + put + line.slice(random.chance(0.5) ? at : at + 1);
}
