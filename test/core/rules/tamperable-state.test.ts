import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { verdictsOf } from '../../helpers/rule-table.ts';

describe('tamperable-state', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a role', ['user_role=editor; Path=/'], ['high firm']],
    ['a switch', ['isAdmin=false; Path=/'], ['high firm']],
    ['in a query', ['state=theme%3Ddark%26role%3Dadmin; Path=/'], ['high firm']],
    [
      'deep in JSON',
      [`cart=${encodeURIComponent('{"lines":[{"sku":1,"price":4.99}]}')}; Path=/`],
      ['high firm'],
    ],
    ['a number of a user is not sure', ['userId=7; Path=/'], ['high tentative']],
    ['a number that is long is an ID of chance', ['userId=12345678901234567890; Path=/'], []],
    ['role of something else', ['role=dialog; Path=/'], []],
    ['signed by Rails', ['role=YWRtaW4=--0123456789abcdef0123456789abcdef01234567; Path=/'], []],
    [
      'a consent with switches',
      [`OptanonConsent=${encodeURIComponent('isAdmin=1&groups=C0001:1')}; Path=/`],
      [],
    ],
    ['a list of items without prices', [`cart=${encodeURIComponent('{"items":[1,2,3]}')}; Path=/`], []],
    [
      'of an embedded site',
      [
        {},
        {
          url: 'https://ads.example/p',
          type: 'image',
          initiator: 'https://shop.example',
          setCookie: ['role=admin; Secure; SameSite=None'],
        },
      ],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('tamperable-state', events)).toEqual(verdicts);
  });
});
