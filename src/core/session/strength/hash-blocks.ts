/** What MD5, SHA-1 and SHA-256 share: a message padded to blocks of sixteen 32-bit words (RFC 1321 section 3.1, FIPS 180-4 section 5.1.1). */
export function paddedBlocks(octets: Uint8Array, order: 'little' | 'big'): Int32Array {
  const length = (((octets.length + 8) >> 6) + 1) << 6;
  const padded = new Uint8Array(length);
  padded.set(octets);
  padded[octets.length] = 0x80;
  const view = new DataView(padded.buffer);
  const little = order === 'little';
  view.setUint32(length - (little ? 8 : 4), octets.length * 8, little);
  view.setUint32(length - (little ? 4 : 8), Math.floor(octets.length / 2 ** 29), little);
  return Int32Array.from({ length: length / 4 }, (_, i) => view.getInt32(i * 4, little));
}

export function hexBigEndian(words: Int32Array): string {
  return Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

export function hexLittleEndian(words: Int32Array): string {
  return hexBigEndian(
    words.map((word) => (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)),
  );
}
