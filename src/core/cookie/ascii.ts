const uppers = /[A-Z]+/g;
const beyond = /[^\0-\x7F]/;

/** Lower case for A to Z alone: `toLowerCase` would turn the Kelvin sign into a `k` and let a foreign name match. */
export function asciiLower(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x41 && unit <= 0x5a) return text.replace(uppers, (letters) => letters.toLowerCase());
  }
  return text;
}

export function isAscii(text: string): boolean {
  return !beyond.test(text);
}
