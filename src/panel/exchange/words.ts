/** The words of formats, and of what stands in cookies. */
import { noticesOf } from '../../core/edit/problems.ts';
import type { CookieFieldName, FormatId } from '../../core/exchange/types.ts';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import { type MessageKey, t, uiLanguage } from '../../platform/i18n.ts';
import { exactTime } from '../../ui/time.ts';
import { MASK } from '../mask.ts';

const FORMAT_WORDS: Readonly<Record<FormatId, MessageKey>> = {
  json: 'exchange_format_json',
  'cookie-editor': 'exchange_format_cookie_editor',
  'storage-state': 'exchange_format_storage_state',
  puppeteer: 'exchange_format_puppeteer',
  netscape: 'exchange_format_netscape',
  'cookie-header': 'exchange_format_cookie_header',
  'set-cookie': 'exchange_format_set_cookie',
  curl: 'exchange_format_curl',
  har: 'exchange_format_har',
};

export function formatWord(format: FormatId): string {
  return t(FORMAT_WORDS[format]);
}

const FIELD_WORDS: Readonly<Record<CookieFieldName, MessageKey>> = {
  name: 'column_name',
  value: 'column_value',
  domain: 'attr_domain',
  hostOnly: 'exchange_host_only',
  path: 'attr_path',
  expires: 'attr_expires',
  secure: 'attr_secure',
  httpOnly: 'attr_http_only',
  sameSite: 'attr_same_site',
  partitionKey: 'attr_partition',
  hasCrossSiteAncestor: 'exchange_ancestor',
  firstPartyDomain: 'exchange_first_party',
};

export function fieldWord(field: CookieFieldName): string {
  return t(FIELD_WORDS[field]);
}

/** "Path, Secure, HttpOnly": as the person's language joins them. */
export function fieldList(fields: readonly CookieFieldName[]): string {
  return listed(fields.map(fieldWord));
}

export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(uiLanguage(), { style: 'short', type: 'unit' }).format(words);
}

const SAME_SITE = {
  strict: 'same_site_strict',
  lax: 'same_site_lax',
  none: 'same_site_none',
  unspecified: 'same_site_unset',
} as const satisfies Readonly<Record<BrowserCookie['sameSite'], MessageKey>>;

/** What stands in a field, in words; a value only where values are shown. */
export function fieldText(cookie: BrowserCookie, field: CookieFieldName, showValues: boolean): string {
  switch (field) {
    case 'value':
      return showValues ? cookie.value : MASK;
    case 'expires':
      return cookie.expires === null ? t('lifetime_session') : firstLine(exactTime(cookie.expires));
    case 'sameSite':
      return t(SAME_SITE[cookie.sameSite]);
    case 'partitionKey':
      return cookie.partitionKey ?? t('partition_none');
    case 'name':
    case 'domain':
    case 'path':
    case 'firstPartyDomain':
      return cookie[field] ?? '';
    case 'secure':
    case 'httpOnly':
    case 'hostOnly':
    case 'hasCrossSiteAncestor':
      return t(cookie[field] ? 'yes' : 'no');
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** The browser keeps it shorter than the file asks for. */
export function isClamped(cookie: BrowserCookie, now: number): boolean {
  return noticesOf(cookie, { browser: 'chromium', now }).includes('lifetime-clamped');
}
