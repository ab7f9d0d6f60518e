/** The discrete Fourier transform test (SP 800-22 rev. 1a section 2.6, with the variance of ePrint 2004/018): no period stands out. */
import { erfc } from './special-functions.ts';

/** @returns the p-value. Bits are 0 and 1; lengths that are no power of two cost n², so give a power of two from 1,024 on. */
export function spectral(bits: Uint8Array): number {
  const n = bits.length;
  const half = Math.floor(n / 2);
  const moduli = isPowerOfTwo(n) ? fastModuli(bits) : slowModuli(bits);
  const threshold = Math.sqrt(Math.log(1 / 0.05) * n);
  let below = 0;
  for (let i = 0; i < half; i++) if ((moduli[i] ?? 0) < threshold) below++;
  const difference = (below - (0.95 * n) / 2) / Math.sqrt((n * 0.95 * 0.05) / 4);
  return erfc(Math.abs(difference) / Math.SQRT2);
}

function isPowerOfTwo(n: number): boolean {
  return n > 0 && (n & (n - 1)) === 0;
}

function slowModuli(bits: Uint8Array): Float64Array {
  const n = bits.length;
  const moduli = new Float64Array(Math.floor(n / 2));
  for (let k = 0; k < moduli.length; k++) {
    let real = 0;
    let imaginary = 0;
    for (let i = 0; i < n; i++) {
      const angle = (2 * Math.PI * ((k * i) % n)) / n;
      const sign = (bits[i] ?? 0) * 2 - 1;
      real += sign * Math.cos(angle);
      imaginary += sign * Math.sin(angle);
    }
    moduli[k] = Math.hypot(real, imaginary);
  }
  return moduli;
}

/** Cooley and Tukey's transform in place. */
function fastModuli(bits: Uint8Array): Float64Array {
  const n = bits.length;
  const real = Float64Array.from(bits, (bit) => bit * 2 - 1);
  const imaginary = new Float64Array(n);
  reverseOrder(real);
  for (let size = 2; size <= n; size *= 2) butterflies(real, imaginary, size);
  return real.map((value, i) => Math.hypot(value, imaginary[i] ?? 0)).subarray(0, n / 2);
}

function reverseOrder(values: Float64Array): void {
  for (let i = 1, j = 0; i < values.length; i++) {
    let bit = values.length >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const kept = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = kept;
  }
}

function butterflies(real: Float64Array, imaginary: Float64Array, size: number): void {
  const half = size / 2;
  for (let k = 0; k < half; k++) {
    const cosine = Math.cos((2 * Math.PI * k) / size);
    const sine = -Math.sin((2 * Math.PI * k) / size);
    for (let i = k; i < real.length; i += size) {
      const [re, im] = [real[i + half] ?? 0, imaginary[i + half] ?? 0];
      const turnedRe = re * cosine - im * sine;
      const turnedIm = re * sine + im * cosine;
      const [baseRe, baseIm] = [real[i] ?? 0, imaginary[i] ?? 0];
      real[i] = baseRe + turnedRe;
      imaginary[i] = baseIm + turnedIm;
      real[i + half] = baseRe - turnedRe;
      imaginary[i + half] = baseIm - turnedIm;
    }
  }
}
