import { cookieOf, requestedLifetime } from '../audit/line.ts';
import { liveLines } from '../audit/live-lines.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { duration, named } from '../report/words.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'clamped-lifetime',
  title: 'Cookie asks for more than 400 days',
  why: 'Browsers cut every lifetime to 400 days. Who counts on ten years, of a consent or of a setting, loses it after 13 months without a visit; and a long wish is often a mistake in the unit.',
  fix: 'Ask for what is needed, 400 days at most (`Max-Age=34560000`), and set the cookie again when the person comes back.',
  severity: { secret: 'info', rest: 'info' },
  confidence: 'certain',
  cwe: [613],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.5',
    'https://developer.chrome.com/blog/cookie-max-age-expires',
  ],
  examples: {
    flagged: [
      { name: 'two years by Max-Age', events: ['theme=dark; Secure; SameSite=Lax; Max-Age=63072000'] },
      {
        name: 'the year 2038 by Expires',
        events: ['theme=dark; Secure; SameSite=Lax; Expires=Tue, 19 Jan 2038 03:14:07 GMT'],
      },
    ],
    clean: [
      { name: 'exactly 400 days', events: ['theme=dark; Secure; SameSite=Lax; Max-Age=34560000'] },
      {
        name: 'Max-Age goes before Expires',
        events: ['theme=dark; Secure; Max-Age=3600; Expires=Tue, 19 Jan 2038 03:14:07 GMT'],
      },
      { name: 'until the browser closes', events: ['theme=dark; Secure; SameSite=Lax'] },
      {
        name: 'an embedded site’s wishes are its own',
        events: [
          {},
          {
            url: 'https://widget.example/p.gif',
            type: 'image',
            initiator: 'https://shop.example',
            setCookie: ['id=1; Secure; SameSite=None; Max-Age=63072000'],
          },
        ],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (cookie.party === 'third') continue;
      const cut = liveLines(subject, cookie).filter(isCut);
      const newest = cut.at(-1);
      if (newest === undefined) continue;
      const by = cookieOf(newest)?.maxAge === undefined ? 'Expires' : 'Max-Age';
      yield {
        message: `${named(cookie.ref.name)} asks for ${duration(requestedLifetime(newest) ?? 0)} by \`${by}\` and gets 400 days.`,
        cookie,
        url: newest.request.url,
        evidence: subject.show.answers(cut),
      };
    }
  },
});

function isCut({ predicted }: SetCookieEntry): boolean {
  return predicted.stored && predicted.adjustments.some(({ kind }) => kind === 'lifetime-clamped');
}
