/** Words of names and paths, comparable across scripts and spellings. */

const LONGEST = 200;
const ASCII = /^[ -~]*$/;

/** Lower case, without accents: `Contraseña` and `contrasena` are one word. */
export function plain(text: string): string {
  const bounded = text.slice(0, LONGEST);
  // Nearly all names and paths; a tenth of the time of what follows.
  if (ASCII.test(bounded)) return bounded.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return bounded
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i');
}

/** The words of a name, split at camel case and at whatever is neither letter nor digit. */
export function wordsOf(name: string): readonly string[] {
  const text = plain(name);
  if (ASCII.test(text)) return text.match(/[a-z\d]+/g) ?? [];
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** A word list written as people write, in the form that `wordsOf` gives, several words joined. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word) => wordsOf(word).join('')),
  );
}
