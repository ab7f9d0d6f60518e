/** What a value looks like, as far as telling an ID from a setting needs it. Decoding is `core/value`'s. */
export type ValueLook =
  | 'empty'
  /** `1`, `true`, `no`: on or off. */
  | 'flag'
  /** `dark`, `en-GB`, `1001`: a word or a number, too short for an ID that is worth its name. */
  | 'word'
  /** A few characters that could be a poor ID or a setting: letters and digits. */
  | 'short'
  /** Text or structure: JSON, sentences, key=value. */
  | 'text'
  /** An ID: long enough, letters and digits without words. */
  | 'opaque'
  | 'jwt'
  /** Signed or sealed in a known framework's way. */
  | 'signed';

/** Up to five parts; the first piece of one that is cut over several cookies may end anywhere. */
const JWT = /^(?:Bearer(?: |%20))?eyJ[\w-]{5,}\.(?:eyJ)?[\w-]*\.[\w-]*(?:\.[\w-]*){0,2}$/i;
/** express-session and cookie-parser `s:…`, iron `Fe26.2*`, Rails `…--hmac`, Paseto, Laravel's base64 of `{"iv":`. */
const SIGNED =
  /^(?:s(?::|%3A)[^.]{6,}\.|Fe26\.\d|v[1-4]\.(?:local|public)\.|eyJpdiI6)|(?:--|%2D%2D)[0-9a-f]{40,64}$/i;
const FLAG = /^(?:true|false|yes|no|on|off|null|none|undefined|deleted?|guest)$/i;
/** Seconds or milliseconds of this century: when something was or will be. */
const MOMENT = /^1\d{9}(?:\d{3})?$/;
const IDENTIFIER = /^[\w\-+/=.:~*%|!]+$/;

export function lookOfValue(value: string): ValueLook {
  const text = value.length >= 2 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  if (text === '') return 'empty';
  if (JWT.test(text)) return 'jwt';
  if (SIGNED.test(text)) return 'signed';
  if (text.length === 1 || FLAG.test(text)) return 'flag';
  if (text.length < 16) return isShortId(text) ? 'short' : 'word';
  if (!IDENTIFIER.test(text) || isReadable(text)) return 'text';
  return 'opaque';
}

/** At least 6 characters with both letters and digits, or 8 digits or more. */
function isShortId(text: string): boolean {
  if (!IDENTIFIER.test(text) || text.length < 6 || MOMENT.test(text)) return false;
  return /\d/.test(text) && (/[a-z]/i.test(text) || text.length >= 8);
}

/** Percent-encoded structure, an address, key=value pairs, words joined by separators, or a dotted run of plain numbers. */
function isReadable(text: string): boolean {
  if (/%7B|%5B|%22|%20|%40|[a-z]=[^=]|^https?(?::|%3A)(?:\/|%2F)/i.test(text)) return true;
  if (/^[\d.|:\-_]+$/.test(text) && text.length < 24) return true;
  const digits = text.replace(/\D/g, '').length;
  const words = text.split(/[_\-.:|/ ]/).filter((word) => /^[a-z]{2,}$/i.test(word)).length;
  return digits <= text.length / 20 && (words >= 2 || /^[a-z]+$/.test(text));
}
