/** What each attribute of a cookie means here and now, as message keys: data for the details. */
import type { Browser } from '../../../core/cookie/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import type { Party } from '../../../core/recording/recording.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { formatBytes } from '../../../ui/bytes.ts';

/** `good`, `warn`: how it stands for security; most have none. */
export type AttributeTone = 'good' | 'warn' | 'plain';

export interface AttributeMeaning {
  readonly label: MessageKey;
  /** What the attribute is: the standard's words, or data. */
  readonly value: string;
  /** Stands for `value` where it is a word of ours. */
  readonly word?: MessageKey;
  readonly meaning: MessageKey;
  /** For `$1`… of the meaning. */
  readonly substitutions: readonly string[];
  readonly tone: AttributeTone;
}

interface Row {
  readonly cookie: BrowserCookie;
  readonly size: number;
  readonly party: Party;
}

/** The attributes that no time is part of, in the order of the details; lifetime is told apart, for it moves. */
export function attributeMeanings(
  { cookie, size, party }: Row,
  browser: Browser,
  /** As its line asked for; absent: not asked for. */
  priority?: string,
): readonly AttributeMeaning[] {
  return [
    domain(cookie),
    path(cookie),
    secure(cookie),
    httpOnly(cookie),
    sameSite(cookie, browser),
    partition(cookie),
    party === 'first'
      ? worded('attr_party', 'party_first', 'mean_first_party')
      : worded('attr_party', 'party_third', 'mean_third_party'),
    one('attr_size', formatBytes(size), size > 4_000 ? 'mean_size_limit' : 'mean_size'),
    ...(priority === undefined ? [] : [one('attr_priority', priority, 'mean_priority')]),
    ...prefix(cookie),
  ];
}

function one(
  label: MessageKey,
  value: string,
  meaning: MessageKey,
  substitutions: readonly string[] = [],
  tone: AttributeTone = 'plain',
): AttributeMeaning {
  return { label, value, meaning, substitutions, tone };
}

function worded(
  label: MessageKey,
  word: MessageKey,
  meaning: MessageKey,
  tone: AttributeTone = 'plain',
): AttributeMeaning {
  return { label, value: '', word, meaning, substitutions: [], tone };
}

function domain({ domain: host, hostOnly }: BrowserCookie): AttributeMeaning {
  return hostOnly
    ? one('attr_domain', host, 'mean_host_only', [host], 'good')
    : one('attr_domain', `.${host}`, 'mean_domain_wide', [host]);
}

function path({ path: written }: BrowserCookie): AttributeMeaning {
  return written === '/'
    ? one('attr_path', written, 'mean_path_root')
    : one('attr_path', written, 'mean_path_sub', [written]);
}

function secure({ secure: on, domain: host }: BrowserCookie): AttributeMeaning {
  if (!on) return worded('attr_secure', 'no', 'mean_secure_no', 'warn');
  const loopback = host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.');
  return worded('attr_secure', 'yes', loopback ? 'mean_secure_loopback' : 'mean_secure_yes', 'good');
}

function httpOnly({ httpOnly: on }: BrowserCookie): AttributeMeaning {
  return on
    ? worded('attr_http_only', 'yes', 'mean_http_only_yes', 'good')
    : worded('attr_http_only', 'no', 'mean_http_only_no', 'warn');
}

function sameSite({ sameSite: mode }: BrowserCookie, browser: Browser): AttributeMeaning {
  switch (mode) {
    case 'strict':
      return one('attr_same_site', 'Strict', 'mean_same_site_strict', [], 'good');
    case 'lax':
      return one('attr_same_site', 'Lax', 'mean_same_site_lax', [], 'good');
    case 'none':
      return one('attr_same_site', 'None', 'mean_same_site_none', [], 'warn');
    case 'unspecified':
      return browser === 'firefox'
        ? worded('attr_same_site', 'same_site_unset', 'mean_same_site_unset_firefox', 'warn')
        : worded('attr_same_site', 'same_site_unset', 'mean_same_site_unset_chromium');
  }
}

function partition({ partitionKey, hasCrossSiteAncestor }: BrowserCookie): AttributeMeaning {
  if (partitionKey === null) return worded('attr_partition', 'partition_none', 'mean_partition_none');
  return one(
    'attr_partition',
    partitionKey,
    hasCrossSiteAncestor ? 'mean_partition_ancestor' : 'mean_partition',
    [partitionKey],
  );
}

/** Names that are a promise the browser keeps (RFC 6265bis section 4.1.3). */
function prefix({ name }: BrowserCookie): readonly AttributeMeaning[] {
  const lower = name.toLowerCase();
  if (lower.startsWith('__host-')) return [one('attr_prefix', '__Host-', 'mean_prefix_host', [], 'good')];
  if (lower.startsWith('__secure-'))
    return [one('attr_prefix', '__Secure-', 'mean_prefix_secure', [], 'good')];
  return [];
}
