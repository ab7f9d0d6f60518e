import { expect, it } from 'vitest';
import { buildSubjects } from '../../../src/core/audit/build-subject.ts';
import { seenFrameworks } from '../../../src/core/fix/detect.ts';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

const by = (name: string, value: string): ExampleEvent => ({ responseHeaders: { [name]: value } });
const at = (path: string): ExampleEvent => ({ url: `https://shop.example${path}`, type: 'script' });

it.each<readonly [what: string, events: readonly ExampleEvent[], seen: readonly string[]]>([
  ['nothing that tells', ['theme=dark', by('server', 'cloudflare')], []],
  ['connect.sid', ['connect.sid=s%3Aabc.def'], ['express-session']],
  [
    'its session before its framework',
    ['connect.sid=s%3Aabc.def', by('x-powered-by', 'Express')],
    ['express-session', 'express'],
  ],
  ['a session and its signature', ['session=e30=', 'session.sig=abc'], ['cookie-session']],
  ['koa', ['koa.sess=abc'], ['koa']],
  ['AdonisJS', ['adonis-session=abc'], ['adonisjs']],
  ['Auth.js under https', ['__Secure-authjs.session-token=abc; Secure'], ['nextjs']],
  ['files of Next.js', ['a=1', at('/_next/static/a.js')], ['nextjs']],
  ['Django', ['csrftoken=abc', 'sessionid=def'], ['django']],
  ['sessionid alone is no Django', ['sessionid=def'], []],
  ['Werkzeug', [by('server', 'Werkzeug/3.1 Python/3.13')], ['flask']],
  ['Rails', ['_shop_session=abc'], ['rails']],
  ['Laravel', ['laravel_session=abc'], ['laravel']],
  ['PHP', ['PHPSESSID=abc', by('x-powered-by', 'PHP/8.4.1')], ['php']],
  ['Java', ['JSESSIONID=abc'], ['spring']],
  ['ASP.NET Core', ['.AspNetCore.Session=abc', by('server', 'Kestrel')], ['aspnet-core']],
  ['the proxy last', [by('server', 'nginx/1.28.0'), 'connect.sid=s%3Aabc.def'], ['express-session', 'nginx']],
  [
    'another site’s cookies say nothing',
    [
      {
        url: 'https://cdn.example/x',
        type: 'image',
        initiator: 'https://shop.example',
        setCookie: ['PHPSESSID=1; SameSite=None; Secure'],
      },
      'a=1',
    ],
    [],
  ],
])('%s', (_, events, seen) => {
  const subject = buildSubjects(recordingOfEvents('start=1', ...events)).find(
    ({ site }) => site === 'shop.example',
  );
  if (subject === undefined) throw new Error('no subject');
  const found = seenFrameworks(subject);
  expect(found.map(({ framework }) => framework)).toEqual(seen);
  for (const { because } of found) expect(because).not.toMatch(/abc|def/);
});
