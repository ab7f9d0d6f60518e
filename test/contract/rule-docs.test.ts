import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULE_DOCS, ruleDocs } from '../../scripts/rule-docs.ts';

it('the page of the rules is what the rules say: else run npm run docs', () => {
  expect(readFileSync(RULE_DOCS, 'utf8')).toBe(ruleDocs());
});
