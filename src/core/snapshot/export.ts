/** A comparison to save or to paste: never a value, only keyed fingerprints. */
import type { BrowserCookie } from '../recording/fact.ts';
import { code, escaped } from '../report/markdown-text.ts';
import type { ChangedCookie, ComparedCookie, Comparison } from './compare.ts';
import type { Difference } from './differences.ts';

export interface ExportOptions {
  readonly before: ExportedSide;
  readonly after: ExportedSide;
  /** Keyed, so that equal values can be told and nothing else. */
  readonly fingerprint: (value: string) => string;
}

/** A snapshot, as an export names it. */
export interface ExportedSide {
  readonly label: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many it holds. */
  readonly cookies: number;
}

export const COMPARISON_SCHEMA = 'crumbtrail/comparison@1';

/** Indented by two. Times are epoch milliseconds, `null` for the end of the browser session. */
export function comparisonJson(
  comparison: Comparison,
  { before, after, fingerprint }: ExportOptions,
): string {
  const described = ({ cookie }: ComparedCookie) => ({
    ...identityOf(cookie),
    value: fingerprint(cookie.value),
    expires: cookie.expires,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: cookie.sameSite,
  });
  const changes = (changed: ChangedCookie) => ({
    ...identityOf(changed.after),
    renewed: changed.renewed,
    differences: changed.differences.map((difference) =>
      difference.attribute === 'value'
        ? { ...difference, from: fingerprint(difference.from), to: fingerprint(difference.to) }
        : difference,
    ),
  });
  const { added, removed, changed, same, apart } = comparison;
  const report = {
    schema: COMPARISON_SCHEMA,
    before,
    after,
    added: added.map(described),
    removed: removed.map(described),
    changed: changed.map(changes),
    same,
    apart,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function identityOf({ name, domain, hostOnly, path, partitionKey }: BrowserCookie) {
  return { name, domain, hostOnly, path, partitionKey };
}

/** A table a group: cookie, what, before, after. */
export function comparisonMarkdown(comparison: Comparison, options: ExportOptions): string {
  const { before, after, fingerprint } = options;
  const { added, removed, changed, same, apart } = comparison;
  const lines = [
    '# Cookies compared',
    '',
    `- Before: ${sideWords(before)}`,
    `- After: ${sideWords(after)}`,
    '',
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same.` +
      (apart === 0 ? '' : ` ${apart} of sites that only one of the two looked at.`),
    '',
    'Values are not in this comparison: they stand as keyed fingerprints.',
    ...group(
      'Added',
      added.map((each) => stateRow(each, fingerprint)),
    ),
    ...group(
      'Removed',
      removed.map((each) => stateRow(each, fingerprint)),
    ),
    ...changesOf(changed, fingerprint),
  ];
  return `${lines.join('\n')}\n`;
}

function sideWords({ label, at, cookies }: ExportedSide): string {
  return `${escaped(label)}, ${new Date(at).toISOString()}, ${cookies} ${cookies === 1 ? 'cookie' : 'cookies'}`;
}

function group(title: string, rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return [];
  return ['', `## ${title}`, '', '| Cookie | Domain and path | State |', '| --- | --- | --- |', ...rows];
}

function stateRow({ cookie }: ComparedCookie, fingerprint: (value: string) => string): string {
  return `| ${nameOf(cookie)} | ${placeOf(cookie)} | ${stateOf(cookie)}, value ${code(fingerprint(cookie.value))} |`;
}

function changesOf(
  changed: readonly ChangedCookie[],
  fingerprint: (value: string) => string,
): readonly string[] {
  if (changed.length === 0) return [];
  const rows = changed.flatMap(({ after, differences }) =>
    differences.map((difference) => {
      const [from, to] = sidesOf(difference, fingerprint);
      return `| ${nameOf(after)} | ${placeOf(after)} | ${ATTRIBUTES[difference.attribute]} | ${from} | ${to} |`;
    }),
  );
  return [
    '',
    '## Changed',
    '',
    '| Cookie | Domain and path | What | Before | After |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

const ATTRIBUTES = {
  value: 'Value',
  expires: 'Expires',
  secure: 'Secure',
  httpOnly: 'HttpOnly',
  sameSite: 'SameSite',
} as const satisfies Readonly<Record<Difference['attribute'], string>>;

function sidesOf(difference: Difference, fingerprint: (value: string) => string): readonly [string, string] {
  switch (difference.attribute) {
    case 'value':
      return [code(fingerprint(difference.from)), code(fingerprint(difference.to))];
    case 'expires':
      return [expiryWords(difference.from), expiryWords(difference.to)];
    case 'secure':
    case 'httpOnly':
      return [difference.from ? 'yes' : 'no', difference.to ? 'yes' : 'no'];
    case 'sameSite':
      return [difference.from, difference.to];
  }
}

function nameOf({ name }: BrowserCookie): string {
  return name === '' ? '(no name)' : code(name);
}

function placeOf({ domain, hostOnly, path, partitionKey }: BrowserCookie): string {
  const partition = partitionKey === null ? '' : ` in the partition of ${code(partitionKey)}`;
  return code(`${hostOnly ? '' : '.'}${domain}${path}`) + partition;
}

function stateOf({ secure, httpOnly, sameSite, expires }: BrowserCookie): string {
  const flags = [secure && 'Secure', httpOnly && 'HttpOnly', `SameSite ${sameSite}`];
  return [...flags.filter((flag) => flag !== false), expiryWords(expires)].join(', ');
}

/** The store of a browser may hold what no date can. */
function expiryWords(at: number | null): string {
  if (at === null) return 'until the browser ends';
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}
