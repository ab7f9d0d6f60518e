import { latin1Text, utf8Text } from '../value/printable.ts';

const PLAIN: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads `$'…'`, from behind its opening quote. Source: bash reference manual, section 3.1.2.4, "ANSI-C quoting". */
export class AnsiC {
  private readonly text: string;
  private at: number;
  private done = '';
  /** Octets written one by one, which may be pieces of one character. */
  private octets: number[] = [];

  constructor(text: string, from: number) {
    this.text = text;
    this.at = from;
  }

  read(): { readonly text: string; readonly end: number } {
    while (this.at < this.text.length) {
      const char = this.text.charAt(this.at);
      this.at += 1;
      if (char === "'") break;
      if (char === '\\') this.escape();
      else this.add(char);
    }
    this.flush();
    return { text: this.done, end: this.at };
  }

  private escape(): void {
    const char = this.text.charAt(this.at);
    this.at += 1;
    if (/[0-7]/.test(char)) {
      this.at -= 1;
      this.octets.push(this.digits(8, 3) & 0xff);
    } else if (char === 'x' && this.hasHex()) this.octets.push(this.digits(16, 2));
    else if (char === 'u' && this.hasHex()) this.add(String.fromCharCode(this.digits(16, 4)));
    else if (char === 'U' && this.hasHex()) {
      const point = this.digits(16, 8);
      this.add(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
    } else this.add(PLAIN[char] ?? (/[\\'"?]/.test(char) ? char : `\\${char}`));
  }

  private hasHex(): boolean {
    return /[0-9a-f]/i.test(this.text.charAt(this.at));
  }

  private digits(radix: 8 | 16, most: number): number {
    const digit = radix === 8 ? /[0-7]/ : /[0-9a-f]/i;
    let number = 0;
    for (let count = 0; count < most && digit.test(this.text.charAt(this.at)); count += 1) {
      number = number * radix + Number.parseInt(this.text.charAt(this.at), radix);
      this.at += 1;
    }
    return number;
  }

  private add(text: string): void {
    this.flush();
    this.done += text;
  }

  private flush(): void {
    if (this.octets.length === 0) return;
    const octets = Uint8Array.from(this.octets);
    this.octets = [];
    this.done += utf8Text(octets) ?? latin1Text(octets);
  }
}
