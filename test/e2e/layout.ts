/** How a page is laid out, asked of the page itself: what no picture should show, as findings a person can read. */
import type { Page } from 'playwright';

/**
 * Text that is cut off without an ellipsis, text drawn over other text, and controls that lie under something else.
 * Only what is in the window, and painted: what scrolls below a sticky head is covered by it, not mixed with it.
 */
export async function untidy(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const MOST = 5;
    const nameOf = (element: Element) =>
      `<${element.tagName.toLowerCase()}${element.getAttribute('class') ? ` class="${element.getAttribute('class')}"` : ''}> "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const parentOf = (element: Element) => element.parentElement;
    const isHiddenOnPurpose = (element: Element): boolean => {
      // What a closed <details> holds has boxes, too.
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
      for (let each: Element | null = element; each !== null; each = parentOf(each))
        if (getComputedStyle(each).clipPath !== 'none') return true;
      return false;
    };

    /** Its own text, line by line, as far as no ancestor cuts it. */
    const texts: { readonly node: Node; readonly element: Element; readonly box: DOMRect }[] = [];
    const lines: { readonly element: Element; readonly whole: DOMRect }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element === null || (walker.currentNode.textContent ?? '').trim() === '') continue;
      if (['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName) || isHiddenOnPurpose(element)) continue;
      range.selectNodeContents(walker.currentNode);
      for (const rect of range.getClientRects()) {
        lines.push({ element, whole: rect });
        const box = within(rect, element);
        if (box !== null) texts.push({ node: walker.currentNode, element, box });
      }
    }

    function within(rect: DOMRect, element: Element): DOMRect | null {
      let { left, top, right, bottom } = rect;
      right = Math.min(right, innerWidth);
      bottom = Math.min(bottom, innerHeight);
      for (let around: Element | null = element; around !== null; around = parentOf(around)) {
        const { overflowX, overflowY, display } = getComputedStyle(around);
        if (display === 'inline' || display === 'contents') continue;
        const edge = around.getBoundingClientRect();
        if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      left = Math.max(0, left);
      top = Math.max(0, top);
      return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : null;
    }

    /** Whether a point of the element is what the eye meets there. */
    const isSeen = (element: Element, x: number, y: number): boolean => {
      const top = document.elementFromPoint(x, y);
      if (top === null || top === element || top.contains(element) || element.contains(top)) return true;
      for (let each: Element | null = top; each !== null && !each.contains(element); each = parentOf(each)) {
        const { backgroundColor, backgroundImage, pointerEvents } = getComputedStyle(each);
        const isClear =
          /^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) || / \/ 0\.\d+\)$/.test(backgroundColor);
        if ((!isClear || backgroundImage !== 'none') && pointerEvents !== 'none') return false;
      }
      return true;
    };

    const found: string[] = [];

    // One text over another: by more than what lines of one paragraph share.
    texts.sort((a, b) => a.box.top - b.box.top);
    for (let i = 0; i < texts.length && found.length < MOST; i += 1) {
      const one = texts[i];
      if (one === undefined) break;
      for (let j = i + 1; j < texts.length; j += 1) {
        const other = texts[j];
        if (other === undefined || other.box.top >= one.box.bottom) break;
        const left = Math.max(one.box.left, other.box.left);
        const right = Math.min(one.box.right, other.box.right);
        const top = other.box.top;
        const bottom = Math.min(one.box.bottom, other.box.bottom);
        const least = Math.min(one.box.height, other.box.height);
        // A line that ends in an ellipsis has two boxes.
        if (one.node === other.node || right - left < 3 || bottom - top < least * 0.4) continue;
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        if (isSeen(one.element, x, y) && isSeen(other.element, x, y))
          found.push(`text over text: ${nameOf(one.element)} and ${nameOf(other.element)}`);
      }
    }

    // Text that ends at an edge, and nothing says so.
    for (const { element, whole } of lines) {
      if (found.length >= 2 * MOST) break;
      const edge = edgeOf(element);
      if (edge === null) continue;
      const { box, by } = edge;
      const side = Math.max(box.left - whole.left, whole.right - box.right);
      // Half a line may be what is scrolled to; less is rounding and descenders.
      const below = Math.max(box.top - whole.top, whole.bottom - box.bottom);
      if (side > 1.5)
        found.push(`cut at the side by ${Math.round(side)}: ${nameOf(element)} in ${nameOf(by)}`);
      else if (below > whole.height * 0.3)
        found.push(`cut below by ${Math.round(below)}: ${nameOf(element)} in ${nameOf(by)}`);
    }

    /** The nearest box that cuts what is in it for good: nobody can scroll there, and no ellipsis stands for it. */
    function edgeOf(element: Element): { readonly box: DOMRect; readonly by: Element } | null {
      for (let around: Element | null = element; around !== null; around = parentOf(around)) {
        const { overflowX, overflowY, textOverflow, display } = getComputedStyle(around);
        if (display === 'inline' || display === 'contents') continue;
        if (/auto|scroll/.test(overflowX + overflowY) || textOverflow === 'ellipsis') return null;
        if (overflowX !== 'visible') return { box: around.getBoundingClientRect(), by: around };
      }
      return null;
    }

    // What is to be pressed lies free.
    const controls = document.querySelectorAll(
      'button, a[href], input, select, textarea, summary, [role="tab"]',
    );
    for (const control of controls) {
      if (found.length >= 3 * MOST) break;
      const box = within(control.getBoundingClientRect(), control);
      if (box === null || box.width < 4 || box.height < 4 || isHiddenOnPurpose(control)) continue;
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (top === null || control.contains(top) || top.contains(control)) continue;
      if (top.closest('label')?.contains(control) || top.closest('dialog') || control.closest('[inert]'))
        continue;
      // Sticky heads and sheets cover what is scrolled or opened under them.
      if (!isSeen(control, box.left + box.width / 2, box.top + box.height / 2) && isRaised(top)) continue;
      found.push(`covered: ${nameOf(control)} by ${nameOf(top)}`);
    }

    function isRaised(element: Element): boolean {
      for (let each: Element | null = element; each !== null; each = parentOf(each))
        if (['sticky', 'fixed', 'absolute'].includes(getComputedStyle(each).position)) return true;
      return false;
    }
    return found;
  });
}
