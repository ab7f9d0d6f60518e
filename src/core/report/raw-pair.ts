import type { SetCookieEntry } from '../recording/recording.ts';

/** Name and value as a person would read them in a line that is no cookie to the browser; the name `''` where there is none. */
export function rawPair({ line }: SetCookieEntry): { readonly name: string; readonly value: string } {
  const pair = line.slice(0, 5000).split(';', 1)[0] ?? '';
  const equals = pair.indexOf('=');
  const name = equals === -1 ? '' : pair.slice(0, equals).trim();
  return {
    name: /^[\w.\-!#$%&'*+^`|~:]{1,100}$/.test(name) ? name : '',
    value: pair.slice(equals + 1).replace(/\p{Cc}/gu, ''),
  };
}
