/** Functions behind p-values: the complementary error function and the incomplete gamma function (SP 800-22 section 5.5.3). */

/** erfc(x) = Q(1/2, x²) for x >= 0. */
export function erfc(x: number): number {
  return x >= 0 ? upperGamma(0.5, x * x) : 2 - upperGamma(0.5, x * x);
}

/** The standard normal distribution's share up to x. */
export function normal(x: number): number {
  return erfc(-x / Math.SQRT2) / 2;
}

/** p-value of a chi-square sum with `degrees` degrees of freedom. */
export function chiSquareTail(sum: number, degrees: number): number {
  return degrees <= 0 ? 1 : upperGamma(degrees / 2, sum / 2);
}

/** The regularised upper incomplete gamma function Q(a, x), 0..1. */
export function upperGamma(a: number, x: number): number {
  if (!(x > 0) || !(a > 0)) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-15; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

/** Lentz's continued fraction. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return h * Math.exp(-x + a * Math.log(x) - logGamma(a));
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Stirling's series, shifted to where it is exact to 1e-14. */
function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  for (; y < 10; y++) shift += Math.log(y);
  const inverse = 1 / (y * y);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / y;
  return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}
