/** Texts of cookies inside quotes of shells and of JavaScript: whatever they hold, they end where the quotes end. */
import { utf8 } from '../report/utf8.ts';

/** Control and format characters, halves of surrogate pairs: a terminal obeys some of them, and nobody sees the others. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * One word of a POSIX shell (XCU section 2.2.2). With characters that nobody sees, `$'…'`, which bash, zsh and ksh read. NUL, which
 * no argument can hold, becomes U+FFFD, and so does half a surrogate pair.
 */
export function shellQuoted(text: string): string {
  if (!UNSEEN.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  let quoted = '';
  for (const char of text) {
    if (char === "'" || char === '\\') quoted += `\\${char}`;
    else if (UNSEEN.test(char)) quoted += octal(/[\0\p{Cs}]/u.test(char) ? '\ufffd' : char);
    else quoted += char;
  }
  return `$'${quoted}'`;
}

/** Three digits each, so that none that follows is taken for one more. */
function octal(char: string): string {
  return Array.from(utf8(char), (octet) => `\\${octet.toString(8).padStart(3, '0')}`).join('');
}

/** A JavaScript string in double quotes, which may stand in a page's script too. */
export function scriptQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|<(?=[/!])/gu, escaped);
}

function escaped(char: string): string {
  let text = '';
  for (let at = 0; at < char.length; at += 1)
    text += `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}
