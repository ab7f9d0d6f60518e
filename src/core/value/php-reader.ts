import { latin1Text, utf8Text } from './printable.ts';

/** What PHP's serialize() wrote, as plain data: an object becomes `{ class, properties }`. */
export interface PhpData {
  readonly data: unknown;
  /** Whether an object of some class is in it. */
  readonly objects: boolean;
}

/** null: it is none, has a rest behind it, or is nested more than 32 deep. */
export function readPhp(octets: Uint8Array): PhpData | null {
  const reader = new Reader(octets);
  const data = reader.value(0);
  return data === FAILED || !reader.atEnd() ? null : { data, objects: reader.objects };
}

/** `name|value`, one behind the other (session.serialize_handler = php). */
export function readPhpSession(octets: Uint8Array): PhpData | null {
  const reader = new Reader(octets);
  const entries: [string, unknown][] = [];
  while (!reader.atEnd()) {
    const name = reader.until('|');
    const value = name === null || name === '' ? FAILED : reader.value(0);
    if (name === null || value === FAILED) return null;
    entries.push([name, value]);
  }
  return { data: Object.fromEntries(entries), objects: reader.objects };
}

const FAILED = Symbol('not PHP data');
const DEEPEST = 32;

class Reader {
  objects = false;
  private at = 0;
  private readonly octets: Uint8Array;

  constructor(octets: Uint8Array) {
    this.octets = octets;
  }

  atEnd(): boolean {
    return this.at >= this.octets.length;
  }

  value(depth: number): unknown {
    if (depth > DEEPEST) return FAILED;
    const type = this.take(2);
    switch (type) {
      case 'N;':
        return null;
      case 'b:':
        return this.matching(/^[01]$/, (text) => text === '1');
      case 'i:':
      case 'r:':
      case 'R:':
        return this.matching(/^-?\d{1,20}$/, (text) =>
          type === 'i:' ? integer(text) : { reference: Number(text) },
        );
      case 'd:':
        return this.matching(/^(?:-?(?:INF|[\d.]+(?:E[+-]?\d+)?)|NAN)$/i, (text) =>
          Number.isFinite(Number(text)) ? Number(text) : text,
        );
      case 's:':
        return this.ended(this.string(), ';');
      case 'E:':
        this.objects = true;
        return this.ended(this.string(), ';', (name) => ({ enum: name }));
      case 'a:':
        return this.array(depth);
      case 'O:':
        return this.object(depth);
      case 'C:':
        return this.custom();
      default:
        return FAILED;
    }
  }

  /** Up to a mark, which is taken too; a number or a name, so it is short. */
  until(mark: string): string | null {
    const end = this.octets.indexOf(mark.charCodeAt(0), this.at);
    if (end < 0 || end - this.at > 128) return null;
    const text = latin1Text(this.octets.subarray(this.at, end));
    this.at = end + 1;
    return text;
  }

  private take(length: number): string {
    const text = latin1Text(this.octets.subarray(this.at, this.at + length));
    this.at += length;
    return text;
  }

  private matching(shape: RegExp, read: (text: string) => unknown): unknown {
    const text = this.until(';');
    return text !== null && shape.test(text) ? read(text) : FAILED;
  }

  private ended<T>(
    value: T | typeof FAILED,
    mark: string,
    read: (value: T) => unknown = (same) => same,
  ): unknown {
    return value !== FAILED && this.take(mark.length) === mark ? read(value as T) : FAILED;
  }

  private length(): number {
    const text = this.until(':');
    return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : -1;
  }

  /** `5:"hello"`, its length in octets. */
  private string(): string | typeof FAILED {
    const length = this.length();
    if (length < 0 || this.at + length + 2 > this.octets.length || this.take(1) !== '"') return FAILED;
    const octets = this.octets.subarray(this.at, this.at + length);
    this.at += length;
    return this.take(1) === '"' ? (utf8Text(octets) ?? latin1Text(octets)) : FAILED;
  }

  private array(depth: number): unknown {
    const entries = this.entries(depth);
    if (entries === null) return FAILED;
    const isList = entries.every(([key], place) => key === place);
    return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  }

  private object(depth: number): unknown {
    this.objects = true;
    const name = this.string();
    const entries = name === FAILED || this.take(1) !== ':' ? null : this.entries(depth);
    if (entries === null) return FAILED;
    // Private and protected properties are named `\0Class\0name`.
    const properties = entries.map(([key, value]) => [String(key).split('\0').at(-1) ?? '', value] as const);
    return { class: name, properties: Object.fromEntries(properties) };
  }

  /** `C:3:"Foo":5:{…}`: what is between the braces is the class's own. */
  private custom(): unknown {
    this.objects = true;
    const name = this.string();
    if (name === FAILED || this.take(1) !== ':') return FAILED;
    const length = this.length();
    if (length < 0 || this.at + length + 2 > this.octets.length || this.take(1) !== '{') return FAILED;
    const content = this.take(length);
    return this.take(1) === '}' ? { class: name, content } : FAILED;
  }

  private entries(depth: number): [key: string | number, value: unknown][] | null {
    const count = this.length();
    // An entry has four octets at least: a count that is larger lies.
    if (count < 0 || count * 4 > this.octets.length || this.take(1) !== '{') return null;
    const entries: [string | number, unknown][] = [];
    for (let i = 0; i < count; i++) {
      const key = this.value(DEEPEST);
      const value = typeof key === 'string' || typeof key === 'number' ? this.value(depth + 1) : FAILED;
      if (value === FAILED) return null;
      entries.push([key as string | number, value]);
    }
    return this.take(1) === '}' ? entries : null;
  }
}

/** Beyond 2^53 as text, so that no digit is lost. */
function integer(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}
