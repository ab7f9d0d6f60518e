import { parseArgs } from 'node:util';
import type { Severity } from '../core/audit/report.ts';
import { type ReportFormat, reportFormats } from '../core/report/formats.ts';
import { UsageError } from './problem.ts';

export interface AuditOptions {
  readonly files: readonly string[];
  readonly format: ReportFormat;
  /** null: standard output. */
  readonly output: string | null;
  readonly failOn: Severity | 'never';
  readonly showValues: boolean;
}

const FAIL_ON = ['critical', 'high', 'medium', 'low', 'never'] as const;

/** @throws UsageError */
export function auditOptions(words: string[]): AuditOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        output: { type: 'string', short: 'o' },
        'fail-on': { type: 'string', default: 'high' },
        'show-values': { type: 'boolean', default: false },
      },
    }),
  );
  if (positionals.length === 0) throw new UsageError('Name a HAR file, or - for standard input.');
  if (positionals.filter((file) => file === '-').length > 1)
    throw new UsageError('Standard input can be read once.');
  return {
    files: positionals,
    format: oneOf(reportFormats, values.format, '--format'),
    output: values.output === undefined || values.output === '-' ? null : values.output,
    failOn: oneOf(FAIL_ON, values['fail-on'], '--fail-on'),
    showValues: values['show-values'],
  };
}

/** parseArgs throws on what it does not know; its message is a good sentence, but for its advice about `--`. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const [sentence = 'This cannot be understood'] = (error as Error).message.split('. ');
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}

export function oneOf<T extends string>(known: readonly T[], word: string, option: string): T {
  const found = known.find((each) => each === word);
  if (found === undefined) throw new UsageError(`${option} is one of ${known.join(', ')}.`);
  return found;
}
