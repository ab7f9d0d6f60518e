/**
 * The extension ships the rules without their examples: those are for tests and documentation, and a third of the
 * rules' size. A build plugin, so that a rule stays one file.
 */
import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export function withoutExamples(): Plugin {
  return {
    name: 'crumbtrail:without-examples',
    enforce: 'post',
    transform(code, id) {
      if (!/\/src\/core\/rules\/[a-z0-9-]+\.ts$/.test(id) || !code.includes('examples')) return null;
      const found = examplesIn(this.parse(code) as unknown as Node);
      if (found === null) return null;
      return {
        code: `${code.slice(0, found.start)}examples: { flagged: [], clean: [] }${code.slice(found.end)}`,
        map: null,
      };
    },
  };
}

/** The property `examples` of `export default defineRule({ … })`. */
function examplesIn(program: Node): Node | null {
  for (const statement of program.body as Node[]) {
    if (statement.type !== 'ExportDefaultDeclaration') continue;
    const [rule] = ((statement.declaration as Node).arguments ?? []) as Node[];
    for (const property of (rule?.properties ?? []) as Node[]) {
      if ((property.key as Node | undefined)?.name === 'examples') return property;
    }
  }
  return null;
}
