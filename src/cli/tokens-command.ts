/** `crumbtrail tokens FILE` */
import { parseArgs } from 'node:util';
import { tokenText } from '../core/report/token-text.ts';
import { analyseTokens } from '../core/session/strength/analyse-tokens.ts';
import { parsed } from './audit-options.ts';
import { nameOfInput, readText, writeText } from './files.ts';
import { FileError, UsageError } from './problem.ts';
import { progress, say } from './streams.ts';

export async function tokensCommand(words: string[]): Promise<number> {
  const { positionals } = parsed(() => parseArgs({ args: words, allowPositionals: true, options: {} }));
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('Name one file of tokens, or - for standard input.');
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    say(error.message);
    return 2;
  }
  const tokens = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .filter((token) => token !== '');
  if (tokens.length === 0) {
    say(`${nameOfInput(file)} holds no tokens: one a line is read.`);
    return 2;
  }
  progress(`Analysing ${tokens.length} tokens ...`);
  const report = analyseTokens(tokens);
  progress('');
  await writeText(null, tokenText(report));
  return 0;
}
