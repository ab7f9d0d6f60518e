/** One layer of a value, as other programs see it (contract of `decodeValue`). */
export interface DecodedLayer {
  /** Short and kebab-case: `url`, `base64`, `json`, `jwt`, `express-signed`… */
  readonly format: string;
  /** Whether what is inside can be read without a key. */
  readonly readable: boolean;
  /** What is inside, where it is text. */
  readonly text?: string;
  /** What is inside, where it has structure. Plain data; a key may be called anything, `__proto__` too. */
  readonly data?: unknown;
  /** What this layer proves and what it does not, in sentences. */
  readonly notes: readonly string[];
  /** Times that the layer itself tells; the notes name them, too. */
  readonly times?: readonly LayerTime[];
}

export interface LayerTime {
  /** A claim of a token by its name, `signed` of a signature, `made` of an ID, `time` of a value that is one, or what an analytics cookie counts. */
  readonly kind: TimeKind;
  /** Epoch milliseconds. */
  readonly at: number;
}

export type TimeKind =
  | 'exp'
  | 'nbf'
  | 'iat'
  | 'auth_time'
  | 'updated_at'
  | 'signed'
  | 'made'
  | 'time'
  | 'first_visit'
  | 'session_start'
  | 'last_event';

export type Written =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly why: string };

/** How a layer is written again: around another inside, from its own data, or not at all. */
export type Rewrite =
  | { readonly kind: 'around'; readonly write: (inside: string) => Written }
  | { readonly kind: 'data'; readonly write: (data: unknown) => Written }
  | { readonly kind: 'never'; readonly why: string };

/** One decoder's answer. */
export interface Step {
  readonly layer: DecodedLayer;
  /** What the next decoder reads; absent: this layer is the innermost. */
  readonly inside?: string | Uint8Array;
  readonly rewrite: Rewrite;
}

/** null: this value is not of the decoder's format. Never throws. */
export type DecodeText = (text: string) => Step | null;
export type DecodeOctets = (octets: Uint8Array) => Step | null;

/** The longest value that is read, and the most that decompression may give, in characters or octets. */
export const LONGEST = 65_536;

export function written(value: string): Written {
  return { ok: true, value };
}

export function refused(why: string): Written {
  return { ok: false, why };
}

export function never(why: string): Rewrite {
  return { kind: 'never', why };
}

const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** A layer around text that is written again by `wrap`. */
export function around(wrap: (inside: string) => string): Rewrite {
  return {
    kind: 'around',
    write: (inside) =>
      LONE_SURROGATE.test(inside)
        ? refused('The text holds half a character (a lone surrogate), which has no UTF-8.')
        : written(wrap(inside)),
  };
}

export const SIGNED = 'It is signed: only who has the key can write a changed one that the server accepts.';
export const SEALED = 'It is sealed: without the key it can be neither read nor written.';
export const NO_EDIT = 'This is an ID or a measure and no container: edit the value itself.';
