/** `crumbtrail audit FILE.har…` */
import { basename } from 'node:path';
import { auditHarFile } from '../core/audit/audit-har.ts';
import type { Report, SiteReport } from '../core/audit/report.ts';
import { ruleTexts } from '../core/audit/rule-texts.ts';
import { HarError } from '../core/recording/har/har-error.ts';
import { fails } from '../core/report/formats.ts';
import { render } from '../core/report/render.ts';
import { rules } from '../core/rules/index.ts';
import { type AuditOptions, auditOptions } from './audit-options.ts';
import { nameOfInput, readText, writeText } from './files.ts';
import { FileError } from './problem.ts';
import { progress, say, wantsColour } from './streams.ts';

/** Resolves to the exit code. */
export async function auditCommand(words: string[]): Promise<number> {
  const options = auditOptions(words);
  const audits = options.files.map((file) => auditFile(file, options));
  progress('');
  const read = audits.filter((each) => each !== null);
  if (read.length === 0) return 2;
  const report = joined(read);
  const text = render(report, options.format, {
    texts: ruleTexts(rules),
    version: __VERSION__,
    failOn: options.failOn,
    colour: options.output === null && wantsColour(),
    source: read.map(({ file }) => basename(nameOfInput(file))).join(', '),
  });
  try {
    await writeText(options.output, text);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    say(error.message);
    return 2;
  }
  if (read.length < audits.length) return 2;
  const isBad = ({ findings }: SiteReport) =>
    findings.some(({ severity }) => fails(severity, options.failOn));
  return report.sites.some(isBad) ? 1 : 0;
}

interface Audited {
  readonly file: string;
  readonly report: Report;
}

/** null: it could not be read, and stderr says why. */
function auditFile(file: string, { showValues }: AuditOptions): Audited | null {
  const name = nameOfInput(file);
  try {
    progress(`Reading ${name} ...`);
    const text = readText(file);
    progress(`Auditing ${name} (${Math.ceil(text.length / 1_048_576)} MB) ...`);
    const { report, warnings } = auditHarFile(text, { showValues });
    progress('');
    if (warnings.count > 0) {
      const [first] = warnings.skipped;
      const example =
        first === undefined ? '' : ` (the first is number ${first.entry + 1}: ${first.problem})`;
      say(
        `${name}: ${warnings.count} damaged ${warnings.count === 1 ? 'entry was' : 'entries were'} skipped${example}.`,
      );
    }
    if (report.sites.length === 0) {
      say(`${name} holds no page or request that came over the web: nothing was audited.`);
      return null;
    }
    tellIfWithoutCookies(name, report);
    return { file, report };
  } catch (error) {
    progress('');
    if (error instanceof FileError) say(error.message);
    else if (error instanceof HarError) say(`${name}: ${error.message}`);
    else throw error;
    return null;
  }
}

function tellIfWithoutCookies(name: string, { sites }: Report): void {
  const hint = sites[0]?.coverage.find(({ check }) => check === 'cookies')?.hint;
  const isWithout = sites.every(({ coverage }) =>
    coverage.some(({ check, state }) => check === 'cookies' && state === 'not-observed'),
  );
  if (isWithout && hint !== undefined) say(`${name}: ${hint}.`);
}

/** Files are different browsers' recordings: one says nothing about the cookies of another. */
function joined(audits: readonly Audited[]): Report {
  const [first] = audits;
  if (first === undefined) throw new Error('nothing to join');
  if (audits.length === 1) return first.report;
  return {
    ...first.report,
    generatedAt: Math.max(...audits.map(({ report }) => report.generatedAt)),
    sites: audits.flatMap(({ file, report }) =>
      report.sites.map((site) => ({ ...site, file: nameOfInput(file) })),
    ),
  };
}
