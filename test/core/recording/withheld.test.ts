import { describe, expect, it } from 'vitest';
import { cookieAt } from '../../../src/core/recording/at-time.ts';
import { missedBy } from '../../../src/core/recording/missed-deletion.ts';
import { sameNameAs } from '../../../src/core/recording/same-name.ts';
import { withheldFrom } from '../../../src/core/recording/withheld.ts';
import { jar, lines, nav, recordingOf, response, sent, stored, subresource, T0, theCookie } from './facts.ts';

const PAGE = 'https://shop.example/account/';
const LATER = { requestId: 'r2', at: T0 + 1000 } as const;

/** Names of what stayed at home, each with why. */
function withheldAfter(line: string, ...asked: Parameters<typeof sent>[]): string[] {
  const facts = asked.map(([url, cookie, more]) => sent(url, cookie, { ...LATER, ...more }));
  const recording = recordingOf(nav(PAGE), response(PAGE, [line]), ...facts);
  const request = [...recording.requests.values()].at(-1);
  if (request === undefined) throw new Error('no request');
  return withheldFrom(recording, request).map(
    ({ cookie, why, reasons }) => `${cookie.name}: ${why === 'judged' ? reasons.join() : why}`,
  );
}

describe('cookies that stayed at home', () => {
  it.each<[string, string, Parameters<typeof sent>, string[]]>([
    ['one that went is not among them', 'sid=1; Path=/', [PAGE, 'sid=1'], []],
    [
      'Secure over HTTP',
      'sid=1; Path=/; Secure',
      ['http://shop.example/account/', null],
      ['sid: SecureOnly'],
    ],
    ['another path', 'sid=1; Path=/admin', [PAGE, null], ['sid: NotOnPath']],
    [
      'host-only at another host',
      'sid=1; Path=/',
      ['https://www.shop.example/', null],
      ['sid: DomainMismatch'],
    ],
    [
      'Lax on a cross-site POST',
      'sid=1; Path=/; SameSite=Lax',
      [PAGE, null, { method: 'POST', initiator: 'https://evil.example' }],
      ['sid: SameSiteLax'],
    ],
    [
      'Strict on a cross-site link',
      'sid=1; Path=/; SameSite=Strict',
      [PAGE, null, { initiator: 'https://evil.example' }],
      ['sid: SameSiteStrict'],
    ],
    [
      'by no rule we know: a request without credentials',
      'sid=1; Path=/',
      [PAGE, null, { ...subresource, initiator: 'https://shop.example' }],
      ['sid: unexplained'],
    ],
    ['one of another site is nobody’s business', 'sid=1; Path=/', ['https://other.example/', null], []],
    ['one that had expired by then', 'sid=1; Path=/; Max-Age=0', [PAGE, null], []],
  ])('%s', (_, line, asked, expected) => {
    expect(withheldAfter(line, asked)).toEqual(expected);
  });

  it('are not told where the request’s own headers were never seen', () => {
    const recording = recordingOf(nav(PAGE), stored(), response(PAGE, [], LATER));
    const [request] = recording.requests.values();
    expect(request && withheldFrom(recording, request)).toEqual([]);
  });

  it('are those of that moment, not those set later', () => {
    const recording = recordingOf(nav(PAGE), sent(PAGE, null), response(PAGE, ['late=1; Path=/admin']));
    const [request] = recording.requests.values();
    expect(request && withheldFrom(recording, request)).toEqual([]);
  });

  it('of another partition do not exist for the request', () => {
    const chip = { partitionKey: 'https://elsewhere.example', hasCrossSiteAncestor: true } as const;
    const recording = recordingOf(nav(PAGE), stored(chip), sent(PAGE, null, LATER));
    const [request] = recording.requests.values();
    expect(request && withheldFrom(recording, request)).toEqual([]);
  });
});

describe('a cookie at a moment', () => {
  const recording = recordingOf(
    response(PAGE, ['sid=1; Path=/']),
    response(PAGE, ['sid=2; Path=/'], { requestId: 'r2', at: T0 + 100 }),
    response(PAGE, ['sid=; Path=/; Max-Age=0'], { requestId: 'r3', at: T0 + 200 }),
  );
  it.each([
    [T0, undefined],
    [T0 + 20, '1'],
    [T0 + 99, '1'],
    [T0 + 100, '2'],
    [T0 + 200, undefined],
  ])('at %i it holds %s', (at, value) => {
    expect(cookieAt(theCookie(recording), at)?.value).toBe(value);
  });
});

describe('a deletion', () => {
  const misses = (stored: string, deletion: string) => {
    const recording = recordingOf(response(PAGE, [stored]), response(PAGE, [deletion], LATER));
    const line = lines(recording).at(-1);
    return line === undefined ? null : missedBy(recording, line).map(({ differs }) => differs.join());
  };
  it.each([
    ['that fits misses nothing', 'sid=1; Path=/', 'sid=; Path=/; Max-Age=0', []],
    ['without the Path misses', 'sid=1; Path=/', 'sid=; Max-Age=0', ['path']],
    [
      'without the Domain misses',
      'sid=1; Path=/; Domain=shop.example',
      'sid=; Path=/; Max-Age=0',
      ['domain'],
    ],
    ['with neither misses', 'sid=1; Path=/; Domain=shop.example', 'sid=; Max-Age=0', ['domain,path']],
    ['of another name misses nothing', 'sid=1; Path=/', 'other=; Max-Age=0', []],
    ['is none with a value that lives', 'sid=1; Path=/', 'sid=2; Max-Age=60', []],
  ])('%s', (_, stored, deletion, expected) => {
    expect(misses(stored, deletion)).toEqual(expected);
  });
});

describe('cookies of one name', () => {
  it('are told in the order of the header, the longer path first', () => {
    const recording = recordingOf(response(PAGE, ['sid=1; Path=/', 'sid=2; Path=/account']));
    const [first] = recording.cookies.values();
    const same = first && sameNameAs(recording, first);
    expect(same?.decidedBy).toBe('path');
    expect(same?.order.map(({ cookie }) => cookie.value)).toEqual(['2', '1']);
  });

  it('go by age where the paths are as long', () => {
    const recording = recordingOf(
      response(PAGE, ['sid=1; Path=/; Domain=shop.example']),
      response(PAGE, ['sid=2; Path=/'], LATER),
    );
    const [first] = recording.cookies.values();
    expect(first && sameNameAs(recording, first)).toMatchObject({ decidedBy: 'age' });
  });

  it('are none where it is alone, or the other is gone', () => {
    const recording = recordingOf(
      response(PAGE, ['sid=1; Path=/', 'sid=2; Path=/account']),
      jar({ gone: [...recordingOf(response(PAGE, ['sid=2; Path=/account'])).cookies.keys()] }),
    );
    const [first] = recording.cookies.values();
    expect(first && sameNameAs(recording, first)).toBeNull();
  });
});
