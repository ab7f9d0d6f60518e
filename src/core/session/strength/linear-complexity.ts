/** The shortest linear feedback register that makes a row of bits (Berlekamp and Massey; SP 800-22 section 2.10). */

/** About half the number of bits for a sound source; far less for generators that only shift and xor. */
export function linearComplexity(bits: Uint8Array): number {
  const n = bits.length;
  const connection = new Uint8Array(n + 1);
  let before = new Uint8Array(n + 1);
  connection[0] = 1;
  before[0] = 1;
  let complexity = 0;
  let since = 1;
  for (let i = 0; i < n; i++) {
    let discrepancy = bits[i] ?? 0;
    for (let j = 1; j <= complexity; j++) discrepancy ^= (connection[j] ?? 0) & (bits[i - j] ?? 0);
    if (discrepancy === 0) {
      since++;
      continue;
    }
    const kept = 2 * complexity <= i ? connection.slice() : null;
    for (let j = 0; j + since <= n; j++)
      connection[j + since] = (connection[j + since] ?? 0) ^ (before[j] ?? 0);
    if (kept === null) {
      since++;
      continue;
    }
    complexity = i + 1 - complexity;
    before = kept;
    since = 1;
  }
  return complexity;
}
