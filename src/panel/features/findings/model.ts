import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Finding, SiteReport } from '../../../core/audit/report.ts';
import type { RuleTexts } from '../../../core/audit/rule-texts.ts';
import type { Subject } from '../../../core/audit/subject.ts';
import { type SeenFramework, seenFrameworks } from '../../../core/fix/detect.ts';
import { type Framework, isFramework } from '../../../core/fix/framework.ts';
import { keyOf } from '../../../core/recording/keys.ts';
import type { CookieKey, RequestEntry } from '../../../core/recording/recording.ts';
import { type FindingGroup, groupFindings } from '../../../core/report/group-findings.ts';
import { withMuted } from '../../../protocol/choices.ts';
import type { Audited } from '../../audit-recording.ts';
import type { Panel } from '../../panel.ts';
import { siteIndex } from '../../site-index.ts';
import { remembered, type Store } from '../../store.ts';

export interface FindingsModel {
  readonly store: Store;
  readonly audited: ReadonlySignal<Audited | null>;
  /** Sites of the recording, in the report's order. */
  readonly sites: ReadonlySignal<readonly string[]>;
  /** Which one a person chose; null: the page's own. */
  readonly chosen: Signal<string | null>;
  /** null: no site at all. */
  readonly shown: ReadonlySignal<ShownSite | null>;
  /** What a person chose where none is seen, or another is wanted; kept. */
  readonly framework: Signal<Framework | 'seen'>;
  /** Rules that are open; null: the worst one. */
  readonly open: Signal<ReadonlySet<string> | null>;
}

export interface ShownSite {
  readonly site: SiteReport;
  readonly subject: Subject;
  readonly groups: readonly FindingGroup[];
  readonly muted: readonly FindingGroup[];
  readonly texts: RuleTexts;
  readonly seen: readonly SeenFramework[];
  /** In whose words the fixes are. */
  readonly framework: Framework;
}

const isChoice = (value: unknown): value is Framework | 'seen' => value === 'seen' || isFramework(value);

export function createFindingsModel({ store, audited }: Panel): FindingsModel {
  const chosen = signal<string | null>(null);
  const framework = remembered(store.preferences, 'framework', isChoice, 'seen');
  const sites = computed(() => audited.value?.report.sites.map(({ site }) => site) ?? []);
  const shown = computed(() => {
    const current = audited.value;
    if (current === null) return null;
    const index = siteIndex(current, chosen.value, store.tab.value?.url ?? null);
    const site = current.report.sites[index];
    const subject = current.subjects[index];
    if (site === undefined || subject === undefined) return null;
    const seen = seenFrameworks(subject);
    return {
      site,
      subject,
      groups: groupFindings(site.findings),
      muted: groupFindings(site.muted ?? []),
      texts: current.texts,
      seen,
      framework: framework.value === 'seen' ? (seen[0]?.framework ?? 'express') : framework.value,
    };
  });
  return { store, audited, sites, chosen, shown, framework, open: signal(null) };
}

/** Opens or closes a rule's findings. */
export function toggle({ open, shown }: FindingsModel, rule: string): void {
  const next = new Set(openRules(open.peek(), shown.peek()));
  if (!next.delete(rule)) next.add(rule);
  open.value = next;
}

/** The worst one is open until a person opens or closes any. */
export function openRules(open: ReadonlySet<string> | null, shown: ShownSite | null): ReadonlySet<string> {
  const worst = shown?.groups[0]?.rule;
  return open ?? new Set(worst === undefined ? [] : [worst]);
}

export function setMuted({ store, shown }: FindingsModel, rule: string, on: boolean): void {
  const site = shown.peek()?.subject.site;
  if (site === undefined) return;
  store.muted.value = withMuted(store.muted.peek(), site, rule, on);
}

/** The cookie that a finding is about, where the recording still has it. */
export function cookieOf({ cookie }: Finding, { subject }: ShownSite): CookieKey | null {
  if (cookie === undefined) return null;
  const known = subject.cookies.find(({ ref, entry }) => {
    if (entry === null) return false;
    const { name, domain, path, partitionKey } = subject.show.ref(ref);
    return (
      name === cookie.name &&
      domain === cookie.domain &&
      path === cookie.path &&
      partitionKey === cookie.partitionKey
    );
  });
  return known?.entry ? keyOf(known.entry.cookie) : null;
}

/** The request that a finding names. Report URLs are cut, so several may be shown alike: the evidence says by which method. */
export function requestOf({ url, evidence }: Finding, { subject }: ShownSite): RequestEntry | null {
  if (url === undefined) return null;
  const alike = subject.requests.filter((request) => subject.show.url(request.url) === url);
  const told = alike.find((request) => {
    const shown = subject.show.request(request);
    return evidence.some((line) => line.startsWith(shown));
  });
  return told ?? alike[0] ?? null;
}
