/** Words of names and paths, comparable across scripts and spellings. */

const LONGEST = 200;

/** Lower case, without accents: `Contraseña` and `contrasena` are one word. */
export function plain(text: string): string {
  return text
    .slice(0, LONGEST)
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
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
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
