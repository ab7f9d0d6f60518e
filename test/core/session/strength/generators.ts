/** Generators of known quality, all seeded: the same IDs in every run. */
import { createHash } from 'node:crypto';

export type Make = (count: number) => readonly string[];

const DAY_ONE = Date.UTC(2026, 0, 15, 9, 30);
const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function times(count: number, make: (index: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** SHA-256 in counter mode under a fixed key: as good as a CSPRNG for any test, and repeatable. */
export function stream(seed: string): (octets: number) => Buffer {
  let block = 0;
  let rest = Buffer.alloc(0);
  return (octets) => {
    const blocks = [rest];
    for (let length = rest.length; length < octets; length += 32) {
      blocks.push(createHash('sha256').update(`${seed}/${block++}`).digest());
    }
    const all = blocks.length === 1 ? rest : Buffer.concat(blocks);
    rest = all.subarray(octets);
    return all.subarray(0, octets);
  };
}

export const csprngHex: Make = (count) => {
  const next = stream('hex');
  return times(count, () => next(16).toString('hex'));
};

export const csprngBase64url: Make = (count) => {
  const next = stream('base64url');
  return times(count, () => next(16).toString('base64url'));
};

export const csprngBase64: Make = (count) => {
  const next = stream('base64');
  return times(count, () => next(32).toString('base64'));
};

export const csprngBase62: Make = (count) => {
  const next = stream('base62');
  const digit = (): string => {
    const octet = next(1)[0] ?? 0;
    return octet < 248 ? BASE62.charAt(octet % 62) : digit();
  };
  return times(count, () => Array.from({ length: 22 }, digit).join(''));
};

export const uuidV4: Make = (count) => {
  const next = stream('uuid');
  return times(count, () => {
    const octets = next(16);
    octets[6] = ((octets[6] ?? 0) & 0x0f) | 0x40;
    octets[8] = ((octets[8] ?? 0) & 0x3f) | 0x80;
    const hex = octets.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  });
};

export const counter: Make = (count) => times(count, (index) => String(100_000 + index));

export const hexCounter: Make = (count) =>
  times(count, (index) => (0x3f2a_0000 + index).toString(16).padStart(32, '0'));

/** Milliseconds, a request each 200 ms with some jitter. */
export const clock: Make = (count) => {
  const next = stream('clock');
  let now = DAY_ONE;
  return times(count, () => {
    now += 180 + ((next(1)[0] ?? 0) % 40);
    return String(now);
  });
};

/** Seconds in hex before 64 bits of a CSPRNG: sound, although a part is a clock. */
export const clockAndCsprng: Make = (count) => {
  const next = stream('clock and csprng');
  return times(
    count,
    (index) => Math.floor(DAY_ONE / 1000 + index / 5).toString(16) + next(8).toString('hex'),
  );
};

/** Numerical Recipes' 32-bit LCG, the whole state as the ID. */
export const lcg: Make = (count) => {
  let state = 20_260_115;
  return times(count, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state.toString(16).padStart(8, '0');
  });
};

/** MINSTD, decimal. */
export const minstd: Make = (count) => {
  let state = 12_345;
  return times(count, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String(state);
  });
};

/** java.util.Random, as nextInt() four times in hex. */
export function javaUtil(seed: bigint): () => number {
  let state = (seed ^ 0x5deece66dn) & ((1n << 48n) - 1n);
  return () => {
    state = (state * 0x5deece66dn + 11n) & ((1n << 48n) - 1n);
    return Number(state >> 16n);
  };
}

const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

export const java: Make = (count) => {
  const next = javaUtil(42n);
  return times(count, () => [next(), next(), next(), next()].map(word).join(''));
};

/** xorshift128+; `blocks`: the outputs of V8, from the first state word, 64 at a time, the last one first. */
export function xorshift128(seed: bigint, form: 'v8' | 'sum'): () => number {
  const mask = (1n << 64n) - 1n;
  let [s0, s1] = [seed & mask, (seed * 0x9e3779b97f4a7c15n + 1n) & mask];
  const step = (): number => {
    let a = s0;
    const b = s1;
    s0 = b;
    a = (a ^ (a << 23n)) & mask;
    a ^= a >> 17n;
    a ^= b ^ (b >> 26n);
    s1 = a;
    return Number((form === 'v8' ? s0 : (s0 + s1) & mask) >> 11n) / 2 ** 53;
  };
  if (form === 'sum') return step;
  let block: number[] = [];
  return () => {
    if (block.length === 0) block = Array.from({ length: 64 }, step);
    return block.pop() ?? 0;
  };
}

const v8 = (): (() => number) => {
  const next = xorshift128(0x1234_5678_9abc_def1n, 'v8');
  for (let drawn = 0; drawn < 37; drawn++) next();
  return next;
};

export const mathBase36: Make = (count) => {
  const next = v8();
  return times(count, () => next().toString(36).slice(2));
};

export const mathBase36Twice: Make = (count) => {
  const next = v8();
  return times(count, () => next().toString(36).slice(2) + next().toString(36).slice(2));
};

export const mathBase62: Make = (count) => {
  const next = v8();
  return times(count, () =>
    Array.from({ length: 22 }, () => BASE62.charAt(Math.floor(next() * 62))).join(''),
  );
};

export const mathUuid: Make = (count) => {
  const next = v8();
  return times(count, () =>
    'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
      const digit = Math.floor(next() * 16);
      return (letter === 'x' ? digit : (digit & 3) | 8).toString(16);
    }),
  );
};

/** The sum form is not linear in its high bits: nothing here can see it. */
export const xorshiftSum: Make = (count) => {
  const next = xorshift128(0x1234_5678_9abc_def1n, 'sum');
  return times(count, () =>
    [next(), next(), next(), next()].map((x) => word(Math.floor(x * 2 ** 32))).join(''),
  );
};

/** mulberry32: 32 bits of state, mixed well. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** 128 bits of output, but each ID from a fresh seed of `bits` bits. */
export function seeded(bits: number): Make {
  return (count) => {
    const next = stream(`seed ${bits}`);
    return times(count, () => {
      const draw = mulberry32((next(4).readUInt32BE() >>> (32 - bits)) | 0);
      return [draw(), draw(), draw(), draw()].map(word).join('');
    });
  };
}

/** 128 bits of xorshift32 from a fresh 32-bit seed each: an expansion that is linear. */
export const seededXorshift32: Make = (count) => {
  const next = stream('xorshift32');
  return times(count, () => {
    let x = next(4).readUInt32BE() | 1;
    const draw = () => {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      return x;
    };
    return [draw(), draw(), draw(), draw()].map(word).join('');
  });
};

/** 40 bits of a CSPRNG, padded with zeros to the look of 128. */
export const truncated: Make = (count) => {
  const next = stream('truncated');
  return times(count, () => next(5).toString('hex').padStart(32, '0'));
};

/** 40 bits of a CSPRNG, repeated to fill 120. */
export const stretched: Make = (count) => {
  const next = stream('stretched');
  return times(count, () => next(5).toString('hex').repeat(3));
};
