/** A curl command, as browsers' "Copy as cURL" and people write it: its cookies, and the URL that they go to. */
import type { BrowserCookie } from '../recording/fact.ts';
import { lostInPairs, pairsOf, pairsText, rowsOfPairs } from './cookie-pairs.ts';
import { shellQuoted } from './quote.ts';
import type { Place, ReadPart, WrittenPart } from './rows.ts';
import { shellWords } from './shell-words.ts';
import { targetUrl, webUrl } from './target.ts';
import { LONGEST_HEADER, type WriteOptions } from './types.ts';
import { isWindows, windowsWords } from './windows-words.ts';

const COMMAND = /^\s{0,100}(?:\$\s{1,10})?curl(?:\.exe)?(?=\s)/;

export function isCurlCommand(text: string): boolean {
  return COMMAND.test(text);
}

export function readCurl(text: string, { url }: Place): ReadPart {
  // What follows is the request's body.
  const command = text.slice(COMMAND.exec(text)?.[0].length ?? 0).slice(0, LONGEST_HEADER);
  const words = isWindows(command) ? windowsWords(command) : shellWords(command);
  const { headers, target } = readWords(words);
  return rowsOfPairs(headers.flatMap(pairsOf), target ?? url);
}

/** Options whose argument may look like a URL or a header, but is neither here. */
const WITH_ARGUMENT = new Set([
  ...['-A', '-d', '-e', '-F', '-o', '-T', '-u', '-x', '-X', '-c', '-m', '-w', '-D', '-E'],
  ...['--user-agent', '--data', '--data-raw', '--data-binary', '--data-urlencode', '--data-ascii', '--json'],
  ...['--referer', '--form', '--form-string', '--output', '--upload-file', '--user', '--proxy', '--request'],
  ...[
    '--cookie-jar',
    '--max-time',
    '--write-out',
    '--dump-header',
    '--cert',
    '--key',
    '--cacert',
    '--resolve',
  ],
  ...['--connect-to', '--connect-timeout', '--interface', '--retry', '--proxy-header', '--doh-url'],
]);

interface Command {
  /** Values of Cookie headers. */
  readonly headers: readonly string[];
  readonly target: string | null;
}

function readWords(words: readonly string[]): Command {
  const headers: string[] = [];
  const addresses: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const option = /^-[bH]./.test(word) ? word.slice(0, 2) : word;
    const argument = option === word ? (words[at + 1] ?? '') : word.slice(2);
    const skip = option === word ? 1 : 0;
    if (option === '-b' || option === '--cookie') {
      // Without `=` it is the name of a file.
      if (argument.includes('=')) headers.push(argument.replace(/^\s{0,20}cookie:/i, ''));
      at += skip;
    } else if (option === '-H' || option === '--header') {
      const value = /^\s{0,20}cookie\s{0,20}:(.*)$/is.exec(argument)?.[1];
      if (value !== undefined) headers.push(value);
      at += skip;
    } else if (word === '--url') {
      addresses.push(argument);
      at += 1;
    } else if (WITH_ARGUMENT.has(word)) at += 1;
    else if (!word.startsWith('-') && word !== '') addresses.push(word);
  }
  return { headers, target: addressIn(addresses) };
}

/** curl takes http for what has no scheme. */
function addressIn(addresses: readonly string[]): string | null {
  const whole = addresses.find((address) => /^https?:\/\//i.test(address) && webUrl(address) !== null);
  if (whole !== undefined) return whole;
  const bare = addresses.find((address) => /^[\w.[\]:-]{1,260}(?:[/?#]|$)/.test(address));
  return bare !== undefined && webUrl(`http://${bare}`) !== null ? `http://${bare}` : null;
}

export function writeCurl(cookies: readonly BrowserCookie[], { url }: WriteOptions): WrittenPart {
  const target = targetUrl(url, cookies, true);
  const { text, left } = pairsText(cookies);
  return { text: `${curlCommand(target, text)}\n`, lost: lostInPairs(cookies, target, left) };
}

/** @param cookie the value of a Cookie header */
export function curlCommand(target: string, cookie: string): string {
  const address = `${/[[\]{}]/.test(target) ? '--globoff ' : ''}${shellQuoted(target)}`;
  if (cookie === '') return `curl ${address}`;
  // Without `=`, curl would take it for the name of a file.
  const option = cookie.includes('=')
    ? `-b ${shellQuoted(cookie)}`
    : `-H ${shellQuoted(`Cookie: ${cookie}`)}`;
  return `curl ${address} ${option}`;
}
