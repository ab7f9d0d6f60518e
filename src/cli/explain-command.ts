/** `crumbtrail explain 'SET-COOKIE LINE' --url URL` */
import { parseArgs } from 'node:util';
import { type WhatIf, whatIf } from '../core/cookie/what-if.ts';
import { explanation } from '../core/report/explanation.ts';
import { oneOf, parsed } from './audit-options.ts';
import { writeText } from './files.ts';
import { UsageError } from './problem.ts';

const BROWSERS = ['chromium', 'firefox', 'rfc6265bis'] as const;

export async function explainCommand(words: string[]): Promise<number> {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        browser: { type: 'string', default: 'chromium' },
        'top-level-site': { type: 'string' },
      },
    }),
  );
  const [written, ...more] = positionals;
  if (written === undefined || more.length > 0) throw new UsageError('Give one Set-Cookie line, in quotes.');
  const { url, 'top-level-site': topLevelSite } = values;
  if (url === undefined) throw new UsageError('Name the response with --url.');
  for (const [option, address] of [
    ['--url', url],
    ['--top-level-site', topLevelSite],
  ] as const) {
    if (address !== undefined && !/^https?:\/\//i.test(address))
      throw new UsageError(`${option} begins with http:// or https://.`);
    if (address !== undefined && !URL.canParse(address)) throw new UsageError(`${option} is no URL.`);
  }
  const line = written.replace(/^set-cookie:\s*/i, '');
  const answer: WhatIf = whatIf(line, {
    url,
    browser: oneOf(BROWSERS, values.browser, '--browser'),
    now: Date.now(),
    ...(topLevelSite === undefined ? {} : { topLevelSite }),
  });
  await writeText(null, explanation(answer, url));
  return 0;
}
