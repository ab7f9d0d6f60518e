import { decodeValue } from '../../../src/core/value/decode-value.ts';

/** The formats of a value's layers, outermost first. */
export function formatsOf(value: string): readonly string[] {
  return decodeValue(value).layers.map(({ format }) => format);
}

/** The innermost layer. */
export function inmostOf(value: string) {
  const layer = decodeValue(value).layers.at(-1);
  if (layer === undefined) throw new Error(`no layers: ${value.slice(0, 80)}`);
  return layer;
}

export function base64(data: string | Uint8Array): string {
  return Buffer.from(data).toString('base64');
}

export function base64url(data: string | Uint8Array): string {
  return Buffer.from(data).toString('base64url');
}
