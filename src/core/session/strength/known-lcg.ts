/** Well-known linear generators whose outputs are cut, so that `lcg.ts` cannot see them: the hidden low bits are few enough to be tried. */

interface KnownLcg {
  readonly name: string;
  readonly a: bigint;
  readonly c: bigint;
  /** Bits of the state. */
  readonly stateBits: number;
  /** Bits of the state that an output is, from the top. */
  readonly outputBits: number;
}

const GENERATORS: readonly KnownLcg[] = [
  { name: "Java's 48-bit linear generator", a: 0x5deece66dn, c: 11n, stateBits: 48, outputBits: 32 },
  { name: "Java's 48-bit linear generator", a: 0x5deece66dn, c: 11n, stateBits: 48, outputBits: 31 },
  {
    name: "the C library's 31-bit linear generator",
    a: 1_103_515_245n,
    c: 12_345n,
    stateBits: 31,
    outputBits: 15,
  },
  { name: "Microsoft C's linear generator", a: 214_013n, c: 2_531_011n, stateBits: 31, outputBits: 15 },
];

/** Outputs that must follow before it is believed: 2^17 tried states against 45 bits and more. */
const FEWEST = 4;

/** The generator, by name, that made the first of the numbers, in order; null where none did. About 2^17 multiplications. */
export function knownLcgOf(
  numbers: readonly bigint[],
): { readonly name: string; readonly stateBits: number } | null {
  const used = numbers.slice(0, 12).map(Number);
  if (used.length < FEWEST || used.every((number) => number === used[0])) return null;
  for (const generator of GENERATORS) {
    const { outputBits } = generator;
    const fits = used.every((number) => number < 2 ** outputBits);
    // Numbers that need fewer bits belong to a generator further down.
    if (!fits || !(Math.max(...used) >= 2 ** (outputBits - 2))) continue;
    if (follows(generator, used)) return { name: generator.name, stateBits: generator.stateBits };
  }
  return null;
}

/** The state as two halves of 24 bits, so that products stay exact in a double. */
function follows({ a, c, stateBits, outputBits }: KnownLcg, outputs: readonly number[]): boolean {
  const hidden = 2 ** (stateBits - outputBits);
  const modulus = 2 ** stateBits;
  const [aHigh, aLow] = [Number(a >> 24n), Number(a & 0xffffffn)];
  const highSpan = modulus / 2 ** 24;
  const add = Number(c);
  const start = (outputs[0] ?? 0) * hidden;
  for (let guess = 0; guess < hidden; guess++) {
    let state = start + guess;
    let index = 1;
    for (; index < outputs.length; index++) {
      const high = Math.floor(state / 2 ** 24);
      const low = state - high * 2 ** 24;
      const product = aLow * low + add;
      const carry = Math.floor(product / 2 ** 24);
      const newHigh = (aLow * high + aHigh * low + carry) % highSpan;
      state = newHigh * 2 ** 24 + (product - carry * 2 ** 24);
      if (Math.floor(state / hidden) !== outputs[index]) break;
    }
    if (index === outputs.length) return true;
  }
  return false;
}
