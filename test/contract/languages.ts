/** What every language of `public/_locales` must be like, as functions over the files. */
import { readdirSync, readFileSync } from 'node:fs';

export type Messages = Readonly<Record<string, string>>;

export function messagesOf(folder: string): Messages {
  const text = readFileSync(`public/_locales/${folder}/messages.json`, 'utf8');
  const entries = Object.entries(JSON.parse(text) as Record<string, { message: string }>);
  return Object.fromEntries(entries.map(([key, { message }]) => [key, message]));
}

/** Placeholders of a string, each once: `$1$2`. A counted one may say "one" for `$1`. */
export function placeholdersOf(key: string, messages: Messages): string {
  const base = key.replace(/_(?:one|other)$/, '');
  const all = [key, `${base}_one`, `${base}_other`].map((each) => messages[each] ?? '').join(' ');
  return [...new Set(all.match(/\$[1-9]/g))].sort().join('');
}

/** Names of the standards and words that the language has taken over as they are. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...[
      'Cookie',
      'Cookies',
      'Domain',
      'Filter',
      'Hop',
      'Hops',
      'Host',
      '$1 ID',
      '$1 IDs',
      'Info',
      'Live',
      'Login',
    ],
    ...[
      'Logout',
      'Name',
      'Partition',
      'Position',
      'Sessions',
      'Snapshot',
      'Snapshots',
      'Status',
      'Tab',
      'Tabs',
    ],
    ...['Linear', 'Navigation', 'Test', 'Tests', 'Text', 'Traffic', 'URL', '$1 %', 'in $1', 'min'],
    ...['Format', 'Import', 'JSON (Crumbtrail)', 'JSON (Cookie-Editor, EditThisCookie)'],
    'cookies.txt (Netscape, curl, wget)',
  ],
  zh_CN: ['Cookie', 'End', 'Home', 'Page Down', 'Page Up', 'Shift', 'ping'],
};
const STANDARD = [
  ...['Domain', 'Expires', 'HttpOnly', 'ID', 'Lax', 'None', 'Partitioned', 'Path', 'SameSite', 'Secure'],
  ...[
    'Set-Cookie',
    'Strict',
    'WebSocket',
    'fetch',
    'Alt',
    'Ctrl',
    'Del',
    'Backspace',
    'Enter',
    'Esc',
    'Tab',
    'MB',
    '$1: $2',
    '$1 $2',
    '$1: $2 → $3',
    '✓',
  ],
  ...['HAR', 'URL', 'curl', 'document.cookie', 'Express', 'Playwright'],
];

/** Keys whose text is still the English one, though it is none of the words that stay. */
export function leftEnglish(folder: string, english: Messages, messages: Messages): readonly string[] {
  const stays = new Set([...STANDARD, ...(TAKEN[folder] ?? [])]);
  return Object.keys(english).filter(
    (key) => english[key] === messages[key] && !stays.has(english[key] ?? ''),
  );
}

/** Columns that a text takes: a Chinese character takes two. */
const widthOf = (text: string) => [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0);

/** Labels (of buttons, tabs, column heads) that are much longer than the English ones. */
export function longLabels(english: Messages, messages: Messages): readonly string[] {
  return Object.entries(english)
    .filter(([, text]) => text.length <= 24 && !/[.!?]$/.test(text))
    .filter(([key, text]) => widthOf(messages[key] ?? '') > 1.8 * text.length + 4)
    .map(([key, text]) => `${key}: ${text} → ${messages[key]}`);
}

/** All code of `folder`, one text. */
export function codeOf(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
    .join('\n');
}

/** Keys that nothing in the code names: whole, without `_one` and `_other`, or by a template such as `column_${id}_why`. */
export function unusedKeys(keys: readonly string[], code: string): readonly string[] {
  const named = new Set([
    ...(code.match(/(?<=['"])\w+(?=['"])/g) ?? []),
    ...(code.match(/(?<=__MSG_)\w+(?=__)/g) ?? []),
  ]);
  const templates = (code.match(/(?<=`)\w*_(?:\$\{[^`}]*\}|\w)*(?=`)/g) ?? [])
    .filter((text) => text.includes('${'))
    .map((text) => new RegExp(`^${text.replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`));
  const isUsed = (key: string) => named.has(key) || templates.some((each) => each.test(key));
  return keys.filter((key) => !isUsed(key) && !isUsed(key.replace(/_(?:one|other)$/, '')));
}
