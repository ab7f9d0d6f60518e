import type { BrowserCookie } from '../../../../core/recording/fact.ts';

/** One attribute that differs; `time` says that both sides are epoch milliseconds. */
export interface CookieChange {
  readonly attribute: 'value' | 'Expires' | 'Secure' | 'HttpOnly' | 'SameSite';
  readonly from: string;
  readonly to: string;
  readonly time?: true;
}

/** What a cookie's new state has that its old one had not. */
export function changesBetween(before: BrowserCookie, after: BrowserCookie): readonly CookieChange[] {
  const changes: CookieChange[] = [];
  const add = (attribute: CookieChange['attribute'], from: string, to: string) => {
    if (from !== to) changes.push({ attribute, from, to });
  };
  add('value', before.value, after.value);
  if (before.expires !== after.expires) {
    changes.push({
      attribute: 'Expires',
      from: String(before.expires ?? ''),
      to: String(after.expires ?? ''),
      time: true,
    });
  }
  add('Secure', yesNo(before.secure), yesNo(after.secure));
  add('HttpOnly', yesNo(before.httpOnly), yesNo(after.httpOnly));
  add('SameSite', before.sameSite, after.sameSite);
  return changes;
}

function yesNo(on: boolean): string {
  return on ? 'yes' : 'no';
}
