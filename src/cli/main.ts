/** `crumbtrail`: the extension's own rules at the command line. */
import { auditCommand } from './audit-command.ts';
import { explainCommand } from './explain-command.ts';
import { AUDIT_HELP, EXPLAIN_HELP, HELP, TOKENS_HELP } from './help.ts';
import { UsageError } from './problem.ts';
import { quietPipe, say } from './streams.ts';
import { tokensCommand } from './tokens-command.ts';

const COMMANDS: Readonly<
  Record<string, { readonly run: (words: string[]) => Promise<number>; readonly help: string }>
> = {
  audit: { run: auditCommand, help: AUDIT_HELP },
  explain: { run: explainCommand, help: EXPLAIN_HELP },
  tokens: { run: tokensCommand, help: TOKENS_HELP },
};

quietPipe();
process.exitCode = await run(process.argv.slice(2));

/** The exit code: 0 nothing found, 1 something, 2 not understood or unreadable. */
async function run([word, ...rest]: string[]): Promise<number> {
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    const about = COMMANDS[rest[0] ?? ''];
    process.stdout.write(word === 'help' && about !== undefined ? about.help : HELP);
    return word === undefined ? 2 : 0;
  }
  if (word === '--version' || word === '-v') {
    process.stdout.write(`${__VERSION__}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (command === undefined) {
    say(`There is no command "${word}": audit, explain or tokens. See crumbtrail --help.`);
    return 2;
  }
  const end = rest.indexOf('--');
  const options = end === -1 ? rest : rest.slice(0, end);
  if (options.includes('--help') || options.includes('-h')) {
    process.stdout.write(command.help);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(`${error.message} See crumbtrail ${word} --help.`);
    return 2;
  }
}
