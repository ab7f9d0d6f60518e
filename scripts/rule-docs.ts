/** `src/core/rules/README.md` from the rules themselves; a contract test finds it stale. `npm run docs` writes it. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Rule, SeverityByRole } from '../src/core/rules/define-rule.ts';
import type { Example, ExampleEvent } from '../src/core/rules/example.ts';
import { rules } from '../src/core/rules/index.ts';

export const RULE_DOCS = 'src/core/rules/README.md';

export function ruleDocs(): string {
  const lines = [
    '# Rules',
    '',
    `All ${rules.length} rules, the worst first. Made from the rules themselves by \`npm run docs\`: change the rule, not this page.`,
    '',
    'A rule judges what was seen. Its severity depends on what is at stake: a *secret* cookie is one whose loss is the loss of a login',
    '(session, auth, remember-me; first party). A rule may raise or lower its severity for what it saw; where it is not sure, it says so.',
    '',
    '| Rule | Secret cookies | Others | Confidence | What |',
    '| --- | --- | --- | --- | --- |',
    ...rules.map(
      ({ id, severity, confidence, title }) =>
        `| [\`${id}\`](#${id}) | ${severity.secret ?? '–'} | ${severity.rest ?? '–'} | ${confidence} | ${cell(title)} |`,
    ),
    ...rules.flatMap(ruleLines),
  ];
  return `${lines.join('\n')}\n`;
}

function ruleLines(rule: Rule): readonly string[] {
  const { id, title, why, fix, severity, confidence, cwe, references, needs, examples } = rule;
  return [
    '',
    `## ${id}`,
    '',
    `**${title}.** ${why}`,
    '',
    `**Fix:** ${fix}`,
    '',
    `Severity: ${severityWords(severity)}. Confidence: ${confidence}.${needs === undefined ? '' : ` Needs \`${needs}\` to be observed.`} ${cwe
      .map((number) => `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`)
      .join(', ')}.`,
    '',
    ...references.map((reference) => `- <${reference}>`),
    '',
    'Flagged:',
    '',
    ...examples.flagged.flatMap(exampleLines),
    '',
    'Clean:',
    '',
    ...examples.clean.flatMap(exampleLines),
  ];
}

function severityWords({ secret, rest }: SeverityByRole): string {
  if (secret === rest) return secret ?? 'as the finding says';
  return `${secret ?? 'nothing'} for secret cookies, ${rest ?? 'nothing'} for others`;
}

function exampleLines({ name, events, browser }: Example): readonly string[] {
  const shown = events
    .slice(0, 4)
    .map(eventText)
    .filter((text) => text !== '');
  const more = events.length > 4 ? [`and ${events.length - 4} more`] : [];
  return [
    `- ${name}${browser === undefined ? '' : ` (${browser})`}`,
    ...[...shown.map((text) => code(text)), ...more].map((text) => `  - ${text}`),
  ];
}

function eventText(event: ExampleEvent): string {
  if (typeof event === 'string') return `Set-Cookie: ${event}`;
  if ('fact' in event) return `a fact of kind ${event.fact.kind}`;
  if ('script' in event) return `script writes ${event.script.name}=${event.script.value}`;
  if ('before' in event) return `${event.before.name}=${event.before.value} was there before`;
  const { method = 'GET', url = 'https://shop.example/', status, setCookie = [], cookie, fields } = event;
  return [
    `${method} ${url}`,
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(fields === undefined ? [] : [`fields ${fields.join(', ')}`]),
    ...(status === undefined ? [] : [`answer ${status}`]),
    ...setCookie.map((line) => `Set-Cookie: ${line}`),
  ].join(' · ');
}

const LONGEST = 200;

function code(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, LONGEST);
  const fence = clean.includes('`') ? '``' : '`';
  return `${fence}${clean}${text.length > LONGEST ? '…' : ''}${fence}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(RULE_DOCS, ruleDocs());
  console.log(`wrote ${RULE_DOCS}`);
}
