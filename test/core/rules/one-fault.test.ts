import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { EXAMPLE_START, type ExampleEvent, factsOf } from '../../../src/core/rules/example.ts';
import { recordingOf } from '../../helpers/recording.ts';
import { cookieRules, embedded, ID, OTHER_ID, page, SOUND } from '../../helpers/rule-table.ts';

function rulesThatSpeak(browser: 'chromium' | 'firefox', events: readonly ExampleEvent[]): readonly string[] {
  const recording = recordingOf(factsOf({ name: '', events, browser }));
  const { sites } = audit(recording, { now: EXAMPLE_START + 60_000, source: 'browser', rules: cookieRules });
  const found = sites.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

describe.each(['chromium', 'firefox'] as const)('one fault is told by one rule, %s', (browser) => {
  it.each<[what: string, events: readonly ExampleEvent[], rules: readonly string[]]>([
    ['SameSite=None without Secure', [`sid=${ID}; HttpOnly; SameSite=None`], ['same-site-none-insecure']],
    ['a prefix without Secure', [`__Secure-sid=${ID}; HttpOnly; SameSite=Lax`], ['broken-prefix']],
    [
      'a prefix with a Domain',
      [`__Host-sid=${ID}; ${SOUND}; Path=/; Domain=shop.example`],
      ['broken-prefix'],
    ],
    ['more than 4,096 bytes', [`sid=${'x'.repeat(5000)}; SameSite=None`], ['oversized-cookie']],
    ['a Domain that is another’s', [`sid=${ID}; Domain=other.example; SameSite=Laxx`], ['rejected-cookie']],
    ['a control character', [`sid=${ID}\u0001; Path=/`], ['rejected-cookie']],
    ['Partitioned without Secure', ['x=1; HttpOnly; SameSite=Lax; Partitioned'], ['rejected-cookie']],
    [
      'an unknown word for SameSite',
      [`__Host-sid=${ID}; HttpOnly; Secure; SameSite=Laxx; Path=/`],
      ['invalid-same-site'],
    ],
    [
      'None where Lax would do',
      [`__Host-sid=${ID}; HttpOnly; Secure; SameSite=None; Path=/`],
      ['same-site-none'],
    ],
    ['no Secure', [`sid=${ID}; HttpOnly; SameSite=Lax; Path=/`], ['missing-secure']],
    [
      'a deletion that the browser refuses',
      [`__Host-sid=${ID}; ${SOUND}; Path=/`, '__Host-sid=; Path=/; Max-Age=0'],
      ['broken-prefix'],
    ],
    [
      'a deletion that misses',
      [`__Secure-sid=${ID}; ${SOUND}; Path=/`, '__Secure-sid=; Secure; Path=/a; Max-Age=0'],
      ['ineffective-deletion'],
    ],
    [
      'another host’s cookie of the same name, sent along',
      [
        page('www.shop.example', `__Secure-sid=${ID}; ${SOUND}; Path=/`),
        page('blog.shop.example', `__Secure-sid=${OTHER_ID}; Path=/; ${SOUND}; Domain=shop.example`),
        { url: 'https://www.shop.example/', cookie: `__Secure-sid=${ID}; __Secure-sid=${OTHER_ID}` },
      ],
      ['cookie-tossing'],
    ],
    [
      'weaker at login, beside weaker-after-login',
      [
        `__Secure-sid=${ID}; ${SOUND}; Path=/`,
        {
          url: 'https://shop.example/login',
          method: 'POST',
          fields: ['username', 'password', 'csrf_token'],
          status: 303,
          responseHeaders: { location: '/account' },
          setCookie: [`__Secure-sid=${OTHER_ID}; Secure; SameSite=Lax; Path=/`],
        },
        { url: 'https://shop.example/account', cookie: `__Secure-sid=${OTHER_ID}` },
      ],
      ['missing-http-only'],
    ],
    [
      'an embedded site’s cookies, whatever they are',
      [page('shop.example'), embedded(`sid=${ID}; Secure; SameSite=None`, 'theme=dark; Secure')],
      [],
    ],
  ])('%s', (_, events, rules) => {
    expect(rulesThatSpeak(browser, events)).toEqual(rules);
  });
  it('two reasons in one line: the browser’s first', () => {
    const rules = rulesThatSpeak(browser, [`__Host-sid=${ID}; HttpOnly; SameSite=None; Path=/`]);
    expect(rules).toEqual([browser === 'chromium' ? 'broken-prefix' : 'same-site-none-insecure']);
  });
});
