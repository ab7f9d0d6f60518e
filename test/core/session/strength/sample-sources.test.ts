import { describe, expect, it } from 'vitest';
import { sampleSources } from '../../../../src/core/session/strength/sample-sources.ts';
import { A, B, gone, HOST, line, type Visit, visit } from '../browse.ts';

const sources = (visited: Visit, name = 'sid') =>
  sampleSources(visited.recording(), { site: 'shop.example', name }).map(
    ({ url, sets }) => `${url.replace(HOST, '')}${sets ? ' sets it' : ''}`,
  );

describe('where a sample can be asked for', () => {
  it.each<readonly [string, Visit, readonly string[]]>([
    [
      'an answer that set the cookie comes before pages that did not',
      visit()
        .ask('GET /start', { set: [line('sid', A)] })
        .ask('GET /news'),
      ['/start sets it', '/news'],
    ],
    [
      'a redirect that sets it, and data',
      visit()
        .ask('GET /go', { set: [line('sid', A)], to: '/home' })
        .xhr('GET /api/hello', { set: [line('sid', B)] }),
      ['/api/hello sets it', '/go sets it', '/home'],
    ],
    [
      'pages that may set it for a visitor without cookies, the newest first, queries last',
      visit().ask('GET /a').ask('GET /b').ask('GET /c?page=2').ask('GET /b'),
      ['/b', '/a', '/c?page=2'],
    ],
    [
      'one address once, without its fragment, as the one that sets it',
      visit()
        .ask('GET /a', { set: [line('sid', A)] })
        .ask('GET /a#top'),
      ['/a sets it'],
    ],
    [
      'no POST, no other site, no other cookie, no picture, no error',
      visit()
        .ask('POST /login', { set: [line('sid', A)] })
        .ask('GET https://other.example/', { set: [line('sid', A)] })
        .ask('GET /x', { set: [line('theme', 'dark')] })
        .ask('GET /logo.png', { type: 'image' })
        .ask('GET /lost', { lost: true })
        .ask('GET /broken', { status: 500 })
        .ask('GET /missing', { status: 404 }),
      ['/x'],
    ],
    [
      'nothing that logs out or acts',
      visit().ask('GET /logout').ask('GET /newsletter/unsubscribe').ask('GET /cart?action=delete'),
      [],
    ],
    ['a deletion sets nothing', visit().ask('GET /a', { set: [gone('sid')] }), ['/a']],
    ['nothing at all', visit(), []],
  ])('%s', (_, visited, expected) => {
    expect(sources(visited)).toEqual(expected);
  });

  it('offers twenty at most', () => {
    const visited = visit();
    for (let i = 0; i < 40; i++) visited.ask(`GET /page-${i}`);
    expect(sources(visited)).toHaveLength(20);
  });
});
