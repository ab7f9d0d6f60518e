import type { Severity } from '../audit/report.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import { storeLimits } from '../cookie/limits.ts';
import type { CookieEntry } from '../recording/recording.ts';
import { defineRule } from './define-rule.ts';
import type { ExampleEvent } from './example.ts';

const MANY = 50;
const NEARLY_FULL = 150;

export default defineRule({
  id: 'too-many-cookies',
  title: 'Site keeps so many cookies that the browser drops some',
  why: 'A site may have 180 cookies. With one more the browser removes some thirty of them, those unused the longest first: people are logged out, and nobody finds the reason. A host of the site can bring it about on purpose, too.',
  fix: 'Delete what nobody reads, join settings in one cookie or on the server, and let names never grow with the content (`seen_4711`).',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'certain',
  cwe: [770],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-6.1',
    'https://www.chromium.org/developers/design-documents/network-stack/cookiemonster/',
  ],
  examples: {
    flagged: [
      { name: '150 of 180', events: numbered(150) },
      { name: 'over 50, for information', events: numbered(51) },
      { name: 'Firefox counts by host', events: numbered(150), browser: 'firefox' },
    ],
    clean: [
      { name: '50', events: numbered(50) },
      { name: 'deleted again', events: [...numbered(60), ...numbered(60, 'Max-Age=0')] },
      {
        name: 'those of an embedded site count for that',
        events: [
          {},
          {
            url: 'https://widget.example/f',
            type: 'sub_frame',
            initiator: 'https://shop.example',
            setCookie: Array.from({ length: 60 }, (_, index) => `w${index}=1; Secure; SameSite=None`),
          },
        ],
      },
    ],
  },
  *check(subject) {
    const isByHost = subject.recording.browser === 'firefox';
    const groups = new Map<string, CookieEntry[]>();
    for (const entry of storedOf(subject)) {
      const group = isByHost ? entry.cookie.domain : entry.site;
      const known = groups.get(group);
      if (known === undefined) groups.set(group, [entry]);
      else known.push(entry);
    }
    const limit = storeLimits[subject.recording.browser]?.perGroup.max ?? 180;
    const hasSecret = subject.cookies.some(({ secret }) => secret);
    const evicted = subject.cookies.filter(isEvicted).length;
    for (const [group, entries] of groups) {
      const severity = severityOf(entries.length);
      if (severity === null) continue;
      yield {
        message: `${entries.length} cookies of ${group} are stored. The browser keeps ${limit}, then removes some.`,
        severity,
        secret: hasSecret,
        evidence: [
          `Stored at the end of the recording: ${entries.length}, for ${countHosts(entries)}`,
          ...(evicted === 0 ? [] : [`Removed by the browser for want of room: ${evicted} of the site`]),
        ],
      };
    }
  },
});

/** The site's own, in no partition: each partition has room of its own. */
function storedOf({ cookies, site }: Subject): readonly CookieEntry[] {
  return cookies.flatMap(({ entry }) =>
    entry?.present && entry.site === site && entry.cookie.partitionKey === null ? [entry] : [],
  );
}

function isEvicted({ entry, party }: SubjectCookie): boolean {
  const last = entry?.history.at(-1);
  return party === 'first' && last?.kind === 'gone' && last.cause === 'evicted';
}

function severityOf(count: number): Severity | null {
  if (count >= NEARLY_FULL) return 'medium';
  return count > MANY ? 'info' : null;
}

function countHosts(entries: readonly CookieEntry[]): string {
  const hosts = new Map<string, number>();
  for (const { cookie } of entries) hosts.set(cookie.domain, (hosts.get(cookie.domain) ?? 0) + 1);
  return [...hosts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([host, count]) => `${host} (${count})`)
    .join(', ');
}

function numbered(count: number, attributes = 'Secure; SameSite=Lax'): ExampleEvent[] {
  return [{ setCookie: Array.from({ length: count }, (_, index) => `seen_${index}=1; ${attributes}`) }];
}
