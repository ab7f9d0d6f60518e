import type { Browser } from './types.ts';

export type KnownAttribute =
  | 'domain'
  | 'path'
  | 'expires'
  | 'max-age'
  | 'secure'
  | 'httponly'
  | 'samesite'
  | 'partitioned'
  | 'priority';

/** The attribute that a name means, in whatever case it is written; `Priority` is Chromium's alone. */
export function knownAttribute(name: string, browser: Browser): KnownAttribute | undefined {
  // By length, first letter and the usual spelling: this is asked for every attribute of every line.
  const first = name.charCodeAt(0) | 0x20;
  switch (name.length) {
    case 4:
      return name === 'Path' || name === 'path' || means(name, 'path') ? 'path' : undefined;
    case 6:
      if (first === 0x73) return name === 'Secure' || means(name, 'secure') ? 'secure' : undefined;
      return name === 'Domain' || means(name, 'domain') ? 'domain' : undefined;
    case 7:
      if (first === 0x65)
        return name === 'Expires' || name === 'expires' || means(name, 'expires') ? 'expires' : undefined;
      return name === 'Max-Age' || means(name, 'max-age') ? 'max-age' : undefined;
    case 8:
      if (first === 0x68) return name === 'HttpOnly' || means(name, 'httponly') ? 'httponly' : undefined;
      if (first === 0x73) return name === 'SameSite' || means(name, 'samesite') ? 'samesite' : undefined;
      return browser === 'chromium' && means(name, 'priority') ? 'priority' : undefined;
    case 11:
      return name === 'Partitioned' || means(name, 'partitioned') ? 'partitioned' : undefined;
    default:
      return undefined;
  }
}

/** Equal but for the case of ASCII letters; `lower` is lower case and as long. */
export function means(text: string, lower: string): boolean {
  if (text === lower) return true;
  for (let index = 0; index < lower.length; index += 1) {
    const unit = text.charCodeAt(index);
    const wanted = lower.charCodeAt(index);
    if (unit !== wanted && !(unit >= 0x41 && unit <= 0x5a && unit + 0x20 === wanted)) return false;
  }
  return true;
}
