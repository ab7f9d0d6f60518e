/**
 * The two scripts that are put into a watched page, each one classic file that needs nothing else. What a file comes to as
 * an expression is what `scripting.executeScript` gives to the worker, and nothing is left in the page's scope.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const SCRIPTS = ['page', 'companion'] as const;
const GLOBAL = 'crumbtrailScript';

export function instrument(): Plugin {
  let outDir = '';
  let target: unknown;
  return {
    name: 'crumbtrail:instrument',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.build.outDir, 'instrument');
      target = config.build.target;
    },
    async closeBundle() {
      for (const name of SCRIPTS) {
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          build: {
            outDir,
            emptyOutDir: false,
            target: target as string,
            sourcemap: false,
            lib: {
              entry: `src/instrument/${name}.ts`,
              formats: ['iife'],
              name: GLOBAL,
              fileName: () => `${name}.js`,
            },
          },
        });
        const path = join(outDir, `${name}.js`);
        writeFileSync(path, asExpression(readFileSync(path, 'utf8')));
      }
    },
  };
}

/** `var name = (…)();` leaves a variable, and has no value. */
export function asExpression(code: string): string {
  const [, expression] = new RegExp(`^(?:var ${GLOBAL}\\s*=\\s*)?([^]*?);?\\s*$`).exec(code) ?? [];
  if (expression === undefined || /^var /.test(expression))
    throw new Error(`No expression: ${code.slice(0, 60)}`);
  return `(${expression});\n`;
}
