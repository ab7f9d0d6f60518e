import { utf8 } from '../../report/utf8.ts';
import { around, type DecodeText } from '../layer.ts';
import { readOctets } from '../octet-decoders.ts';
import { isPlausible } from '../plausible.ts';
import { printableText } from '../printable.ts';

/** Base16 (RFC 4648 section 8) of text or of octets of a known form; the hex of a hash or a random ID stays what it is. */
export const hex: DecodeText = (text) => {
  if (text.length % 2 !== 0 || text.length < 8 || !/^(?:[\da-f]+|[\dA-F]+)$/.test(text)) return null;
  // Digits alone are a number, unless they are very many.
  if (text.length < 40 && !/[a-f]/i.test(text)) return null;
  const octets = new Uint8Array(text.length / 2);
  for (let i = 0; i < octets.length; i++) octets[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  const inside = printableText(octets);
  if (inside === null) {
    if (readOctets(octets) === null) return null;
    const notes = [`${octets.length} octets that are no text.`];
    const rewrite = around((changed) => changed);
    return { layer: { format: 'hex', readable: true, notes }, inside: octets, rewrite };
  }
  if (!isPlausible(inside, 18)) return null;
  const upper = /[A-F]/.test(text);
  return {
    layer: { format: 'hex', readable: true, text: inside, notes: ['Hex is an encoding: it hides nothing.'] },
    inside,
    rewrite: around((changed) => {
      const digits = Array.from(utf8(changed), (octet) => octet.toString(16).padStart(2, '0')).join('');
      return upper ? digits.toUpperCase() : digits;
    }),
  };
};
