/** What MD5, SHA-1 and SHA-256 share: a message padded to blocks of sixteen 32-bit words (RFC 1321 section 3.1, FIPS 180-4 section 5.1.1). */
export function paddedBlocks(octets: Uint8Array, order: 'little' | 'big'): Int32Array {
  const words = new Int32Array((((octets.length + 8) >> 6) + 1) << 4);
  const turn = order === 'little' ? 0 : 3;
  for (let i = 0; i <= octets.length; i++) {
    const octet = i === octets.length ? 0x80 : (octets[i] ?? 0);
    words[i >> 2] = (words[i >> 2] ?? 0) | (octet << (8 * ((i & 3) ^ turn)));
  }
  const [high, low] = [Math.floor(octets.length / 2 ** 29), octets.length * 8];
  words[words.length - 2] = order === 'little' ? low : high;
  words[words.length - 1] = order === 'little' ? high : low;
  return words;
}

export function hexBigEndian(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

export function hexLittleEndian(words: Int32Array): string {
  return hexBigEndian(
    words.map((word) => (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)),
  );
}
