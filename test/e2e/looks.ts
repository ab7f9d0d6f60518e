/** What every view must be like, asked of the page itself. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Ids of the rules broken, with the first place of each. */
export async function violations(page: Page): Promise<string[]> {
  // The extension's own policy forbids injected script elements; evaluating is the debugger's right.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Nothing scrolls the page sideways, and no control lies outside of it. */
export async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const controls = [
      ...document.querySelectorAll('[role=toolbar] button, [role=tab], [role=toolbar] input'),
    ];
    return wide.concat(
      controls
        .filter((control) => {
          const box = control.getBoundingClientRect();
          return box.width > 0 && (box.left < 0 || box.right > clientWidth + 1);
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    );
  });
}

const PICTURES = resolve(import.meta.dirname, '../../test-output/pictures');

/** Kept to be looked at: views and states as the tests saw them. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: resolve(PICTURES, `${name}.png`) });
}
