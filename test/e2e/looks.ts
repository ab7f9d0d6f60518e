/** What every view must be like, asked of the page itself. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Ids of the rules broken, with the first place of each. */
export async function violations(page: Page): Promise<string[]> {
  // The extension's own policy forbids injected script elements; evaluating is the debugger's right.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // What passed is told in brief: to describe it all would take half as long again.
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Nothing scrolls the page sideways, and nothing lies outside of it where nobody can scroll to it. */
export async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const saysSo = (element: Element) => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      return /auto|scroll/.test(overflowX) || textOverflow === 'ellipsis';
    };
    /** Where a person can scroll to it, or an ellipsis says that there is more, it is not lost; what is made invisible on purpose neither. */
    const isLost = (element: Element) => {
      // A drawing's parts are cut at its edge.
      if (element instanceof SVGElement && element.ownerSVGElement !== null) return false;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || (box.left >= -1 && box.right <= clientWidth + 1)) return false;
      for (let around = element.parentElement; around; around = around.parentElement)
        if (saysSo(around)) return false;
      return true;
    };
    const found = [...document.body.querySelectorAll('*')].filter(isLost);
    return wide.concat(found.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)));
  });
}

const PICTURES = resolve(import.meta.dirname, '../../test-output/pictures');

/** Kept to be looked at: views and states as the tests saw them. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: resolve(PICTURES, `${name}.png`) });
}

/** A picture that another browser took. */
export function keep(png: Buffer, name: string): void {
  mkdirSync(PICTURES, { recursive: true });
  writeFileSync(resolve(PICTURES, `${name}.png`), png);
}
