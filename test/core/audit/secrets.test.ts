import fc from 'fast-check';
import { expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { ruleTexts } from '../../../src/core/audit/rule-texts.ts';
import { reportFormats } from '../../../src/core/report/formats.ts';
import { render } from '../../../src/core/report/render.ts';
import { EXAMPLE_START, type ExampleEvent } from '../../../src/core/rules/example.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

/** Long enough not to stand in a report by chance. */
const secret = fc.stringMatching(/^[A-Za-z0-9]{14,40}$/).map((text) => `Zq7${text}`);

/** Every place of a recording that may hold a value. */
const placed = (value: string): fc.Arbitrary<ExampleEvent> =>
  fc.constantFrom<ExampleEvent>(
    `sid=${value}`,
    `sid=s%3A${value}.sig; Domain=other.example`,
    `sid=a;${value}`,
    `sid=a; ${value}=b; Path=/x;session=${value}`,
    `sid=a; SameSite=${value}; Max-Age=${value}; Domain=${value}@x`,
    `sid=${value}\u0001; Secure`,
    `=${value}`,
    value,
    `__Host-x=${value}`,
    `mail=${value}%40example.com`,
    `j=${encodeURIComponent(JSON.stringify({ password: value, email: `${value}@example.com` }))}`,
    {
      url: `https://shop.example/a;jsessionid=${value}?q=${value}&${value}#${value}`,
      setCookie: ['x=1; SameSite=None'],
    },
    { url: `https://shop.example/s/${value}/`, cookie: `sid=${value}`, setCookie: [`sid=${value}`] },
    { url: `https://${value}:${value}@shop.example/`, cookie: `big=${value.repeat(60)}` },
    { script: { name: 'w', value } },
    { before: { name: 'sid', value } },
  );

it('no value of a recording stands in its report, in any format', () => {
  const options = { texts: ruleTexts(rules), version: '1.0.0', colour: true };
  fc.assert(
    fc.property(
      secret.chain((value) =>
        fc.tuple(fc.constant(value), fc.array(placed(value), { minLength: 1, maxLength: 6 })),
      ),
      ([value, events]) => {
        const report = audit(recordingOfEvents(...events), { now: EXAMPLE_START, source: 'browser' });
        for (const format of reportFormats)
          expect(render(report, format, options).toLowerCase(), format).not.toContain(value.toLowerCase());
      },
    ),
    { numRuns: 120 },
  );
}, 30_000);

it('no recording of lines, whatever they hold, makes the audit throw or a rule fail', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          '=',
          ';',
          ' ',
          'Path',
          'Domain',
          '__Host-',
          'SameSite',
          'None',
          'Secure',
          ',',
          '\t',
          '%',
          '"',
          '{',
        ),
        {
          maxLength: 16,
        },
      )
      .map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { sites } = audit(recordingOfEvents({ setCookie: lines }), {
        now: EXAMPLE_START,
        source: 'browser',
      });
      expect(sites.flatMap(({ failed = [] }) => failed)).toEqual([]);
    }),
    { numRuns: 120 },
  );
}, 30_000);
