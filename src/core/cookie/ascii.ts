const upper = /[A-Z]/;
const uppers = /[A-Z]+/g;
const beyond = /[^\0-\x7F]/;

/** Lower case for A to Z alone: `toLowerCase` would turn the Kelvin sign into a `k` and let a foreign name match. */
export function asciiLower(text: string): string {
  return upper.test(text) ? text.replace(uppers, (letters) => letters.toLowerCase()) : text;
}

export function isAscii(text: string): boolean {
  return !beyond.test(text);
}
