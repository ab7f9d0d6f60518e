import type messages from '../../public/_locales/en/messages.json';

/** Every string a person sees has a key in `_locales/en/messages.json`; a wrong key does not compile. */
export type MessageKey = keyof typeof messages;

/** Keys that come in two: `…_one` for exactly one, `…_other` for the rest. */
export type CountedKey = MessageKey extends infer K ? (K extends `${infer Base}_one` ? Base : never) : never;

export type Translator = (key: string, substitutions: string[]) => string;

// `chrome.i18n` is in every browser, also where `browser` is; it is synchronous, so the polyfill adds nothing.
let translator: Translator = (key, substitutions) =>
  globalThis.chrome?.i18n?.getMessage(key, substitutions) ?? '';

/** Sets where strings come from: for tests, and for pages outside an extension. */
export function setTranslator(next: Translator): void {
  translator = next;
  plural = undefined;
  numbers = undefined;
}

/**
 * The language of the strings, as BCP 47: dates and numbers beside them are written in it, too. With the browser's own
 * region where it has one (en-GB), and never another language than the strings': a French browser gets English all over.
 */
export function uiLanguage(): string | undefined {
  const strings = translator('language', []);
  const browser = globalThis.chrome?.i18n?.getUILanguage?.() ?? '';
  // Chromium may say `en-US@posix`, which Intl throws at.
  return [browser, strings].find(
    (tag) => /^[A-Za-z0-9-]+$/.test(tag) && (tag === strings || tag.startsWith(`${strings}-`)),
  );
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction of the strings: that of the browser's language is no help where it has no strings here. */
export function uiDirection(): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(uiLanguage()?.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

/** The string for `key`, with `$1`…`$9` replaced; the key itself where the browser has no string for it. */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return translator(key, substitutions.map(String)) || key;
}

let plural: Intl.PluralRules | undefined;

/** The string for so many of something; the number itself is `$1`, further substitutions follow. */
export function tn(key: CountedKey, count: number, ...substitutions: readonly (string | number)[]): string {
  plural ??= new Intl.PluralRules(uiLanguage());
  const form = plural.select(count) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, formatNumber(count), ...substitutions);
}

let numbers: Intl.NumberFormat | undefined;

/** A number with the separators of the person's language. */
export function formatNumber(value: number): string {
  numbers ??= new Intl.NumberFormat(uiLanguage(), { maximumFractionDigits: 1 });
  return numbers.format(value);
}
