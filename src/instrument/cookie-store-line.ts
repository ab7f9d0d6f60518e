/** A call of cookieStore as the line of document.cookie that says the same. No method of the page's world is called. */

/** Of CookieInit and CookieStoreDeleteOptions (https://wicg.github.io/cookie-store/), what is a plain value. */
type Options = Readonly<Record<string, unknown>>;

/** `set(name, value)` and `set(options)`; null: the browser takes no such call. */
export function lineOfSet(args: readonly unknown[], now: number): string | null {
  const first = args[0];
  const options: Options = isOptions(first)
    ? first
    : ({ __proto__: null, name: first, value: args[1] } as Options);
  const { expires } = options;
  const lifetime = typeof expires === 'number' ? `; Max-Age=${whole((expires - now) / 1000)}` : '';
  const sameSite = typeof options.sameSite === 'string' ? options.sameSite : 'strict';
  return lineOf(options, textOf(options.value), `; SameSite=${sameSite}${lifetime}`);
}

/** `delete(name)` and `delete(options)`. */
export function lineOfDelete(args: readonly unknown[]): string | null {
  const first = args[0];
  const options: Options = isOptions(first) ? first : ({ __proto__: null, name: first } as Options);
  return lineOf(options, '', '; Max-Age=0');
}

function lineOf(options: Options, value: string | null, rest: string): string | null {
  const name = textOf(options.name);
  const { domain, path } = options;
  if (name === null || value === null) return null;
  // It would begin an attribute: the browser refuses the call.
  if (hasSemicolon(name) || hasSemicolon(value) || hasSemicolon(domain) || hasSemicolon(path)) return null;
  const inDomain = typeof domain === 'string' ? `; Domain=${domain}` : '';
  const inPath = `; Path=${typeof path === 'string' ? path : '/'}`;
  return `${name}=${value}${inDomain}${inPath}; Secure${rest}${options.partitioned === true ? '; Partitioned' : ''}`;
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : null;
}

function hasSemicolon(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  for (let index = 0; index < text.length; index += 1) if (text[index] === ';') return true;
  return false;
}

/** Seconds as Max-Age takes them: no fraction, and no exponent; of what is no number, none. */
function whole(seconds: number): number {
  const bounded = seconds > 1e10 ? 1e10 : seconds > -1e10 ? seconds : seconds < 0 ? -1e10 : 0;
  return bounded - (bounded % 1);
}
