/**
 * Payment card numbers: 13-19 digits, issuer prefix 2-6, Luhn check digit (ISO/IEC 7812-1). One random number in ten passes Luhn,
 * so a number also has to have a length its network uses, and a bare one stays tentative.
 */

const RUN = /\d{13,19}/g;
const GROUPED = /\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}/g;
const CARD_KEY = /card|ccnum|\bpan\b|credit/i;

/**
 * null: there is none.
 * @param key what the text is called, if anything: a number called a card is surely one.
 */
export function cardNumberKind(text: string, key = ''): 'firm' | 'tentative' | null {
  for (const match of text.matchAll(GROUPED)) {
    if (stands(text, match.index, match[0].length) && isCard(match[0].replace(/[ -]/g, ''))) return 'firm';
  }
  for (const match of text.matchAll(RUN)) {
    if (!stands(text, match.index, match[0].length) || !isCard(match[0])) continue;
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    return CARD_KEY.test(before) || CARD_KEY.test(key) ? 'firm' : 'tentative';
  }
  return null;
}

/** Not a part of a longer number, a word or an ID like `fb.1.4111…` or `1.4111…`. */
function stands(text: string, start: number, length: number): boolean {
  return !/[\w.-]/.test(text[start - 1] ?? '') && !/[\w.-]/.test(text[start + length] ?? '');
}

/** Lengths by issuer prefix, of the networks in use. */
const NETWORKS: readonly (readonly [prefix: RegExp, shortest: number, longest: number])[] = [
  [/^4/, 13, 19],
  [/^5[1-5]/, 16, 16],
  [/^2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)/, 16, 16],
  [/^3[47]/, 15, 15],
  [/^3(?:0[0-5]|[689])/, 14, 19],
  [/^35(?:2[89]|[3-8])/, 16, 19],
  [/^6(?:011|4[4-9]|5)/, 16, 19],
  [/^62/, 16, 19],
  [/^(?:50|5[6-9]|6)/, 12, 19],
];

function isCard(digits: string): boolean {
  // All one digit, or a round number, is a placeholder.
  if (/^(\d)\1+$/.test(digits) || /0{8}$/.test(digits)) return false;
  const fits = NETWORKS.some(
    ([prefix, min, max]) => prefix.test(digits) && digits.length >= min && digits.length <= max,
  );
  return fits && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
