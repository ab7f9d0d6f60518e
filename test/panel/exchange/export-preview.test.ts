import fc from 'fast-check';
import { expect, it } from 'vitest';
import { COPY_KINDS, copyAs } from '../../../src/core/exchange/copy-as.ts';
import { FORMATS } from '../../../src/core/exchange/formats.ts';
import { PREVIEW_COOKIES, previewText } from '../../../src/panel/exchange/export/preview.ts';
import { cookieOf, START } from '../../helpers/panel-store.ts';

const OPTIONS = { url: 'https://shop.example/', now: START };

/** None of them stands in anything else of a cookie. */
const secrets = fc.array(fc.stringMatching(/^[0-9A-F]{12}$/), { minLength: 1, maxLength: 5 });
const jar = secrets.map((values) => values.map((value, index) => cookieOf(`c${index}`, { value })));

it.each(FORMATS.map(({ id }) => id))('a masked preview of %s has no value in it', (format) => {
  fc.assert(
    fc.property(jar, (cookies) => {
      const text = previewText(cookies, format, false, OPTIONS);
      expect(text).toContain('c0');
      for (const { value } of cookies) expect(text).not.toContain(value);
      expect(previewText(cookies, format, true, OPTIONS)).toContain(cookies[0]?.value);
    }),
    { numRuns: 20 },
  );
});

it.each(COPY_KINDS)('copied as %s without values, there is none in it', (kind) => {
  fc.assert(
    fc.property(jar, (cookies) => {
      const text = copyAs(cookies, kind, { ...OPTIONS, values: false });
      for (const { value } of cookies) expect(text).not.toContain(value);
      expect(copyAs(cookies, kind, { ...OPTIONS, values: true })).toContain(cookies[0]?.value);
    }),
    { numRuns: 20 },
  );
});

it('a preview ends where nobody would read on', () => {
  const many = Array.from({ length: 3_300 }, (_, index) => cookieOf(`c${index}.`));
  const text = previewText(many, 'netscape', false, OPTIONS);
  expect(text).toContain(`c${PREVIEW_COOKIES - 1}.`);
  expect(text).not.toContain(`c${PREVIEW_COOKIES}.`);
});
