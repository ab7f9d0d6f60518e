/**
 * The extension ships the rules without their prose. Examples are for tests and documentation; texts go into a file
 * of their own that is read when somebody reads a report: the worker starts with every request, and needs neither.
 * A build plugin, so that a rule stays one file.
 */
import type { Plugin } from 'vite';
import { RULE_TEXTS_FILE, ruleTexts } from '../src/core/audit/rule-texts.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** What each property is cut down to. */
const LEAN: Readonly<Record<string, string>> = {
  title: "''",
  why: "''",
  fix: "''",
  references: '[]',
  examples: '{ flagged: [], clean: [] }',
};

/** @param emits whether the file of texts is written as well. */
export function leanRules({ emits = true } = {}): Plugin {
  return {
    name: 'crumbtrail:lean-rules',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/core\/rules\/[a-z0-9-]+\.ts$/.test(id) || !code.includes('defineRule(')) return null;
      const properties = propertiesOf(this.parse(code) as unknown as Node);
      let lean = code;
      for (const { key, value } of properties.toReversed()) {
        const instead = LEAN[(key as Node).name as string];
        const { start, end } = value as Node;
        if (instead !== undefined) lean = lean.slice(0, start) + instead + lean.slice(end);
      }
      return { code: lean, map: null };
    },
    async generateBundle() {
      if (!emits) return;
      const { rules } = await import('../src/core/rules/index.ts');
      const source = JSON.stringify(ruleTexts(rules));
      this.emitFile({ type: 'asset', fileName: RULE_TEXTS_FILE, source });
    },
  };
}

/** The properties of `export default defineRule({ … })`, in order. */
function propertiesOf(program: Node): readonly Node[] {
  for (const statement of program.body as Node[]) {
    if (statement.type !== 'ExportDefaultDeclaration') continue;
    const [rule] = ((statement.declaration as Node).arguments ?? []) as Node[];
    return ((rule?.properties ?? []) as Node[]).filter(({ key }) => key !== undefined);
  }
  return [];
}
