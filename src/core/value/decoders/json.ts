import { parseJsonContainer } from '../json-text.ts';
import { isLossless, jsonWriterLike } from '../json-write.ts';
import type { DecodeText } from '../layer.ts';

/** A JSON object or array (RFC 8259). A bare number, word or string is not called JSON. */
export const json: DecodeText = (text) => {
  const parsed = parseJsonContainer(text);
  if (parsed === null) return null;
  const exact = isLossless(text, parsed.data);
  return {
    layer: {
      format: 'json',
      readable: true,
      text,
      data: parsed.data,
      notes: exact ? [] : ['Long numbers are shown rounded, and of a repeated key only the last value.'],
    },
    rewrite: { kind: 'data', write: (data) => jsonWriterLike(text, parsed.data)(data) },
  };
};
