import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows drawn beyond the edges. */
const OVERSCAN = 4;

export interface VirtualRows {
  readonly first: number;
  /** One past the last row drawn. */
  readonly end: number;
  /** Rows that fit on a page. */
  readonly page: number;
  scrollTo(index: number): void;
  scrollToEnd(): void;
}

/** The window of rows to draw, for rows of one height in pixels. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  /** Height of a header that covers the first pixels of the scroller. */
  header: number,
  /** The end is on show whatever comes: its rows are drawn at once, not after the scrolling. */
  follow: boolean,
): VirtualRows {
  const [, draw] = useReducer((turn: number, _: undefined) => turn + 1, 0);
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options()));

  const height = virtualizer.scrollRect?.height ?? 0;
  const page = Math.max(1, Math.floor((height - header) / rowHeight));

  function options() {
    return {
      count,
      getScrollElement: () => scroller.current,
      estimateSize: () => rowHeight,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      scrollPaddingStart: header,
      paddingStart: header,
      overscan: OVERSCAN,
      // Who follows the end sees the same rows wherever the scrolling is.
      onChange: (changed: Virtualizer<HTMLElement, HTMLElement>) => {
        if (!follow || changed.scrollRect?.height !== height) draw(undefined);
      },
    };
  }

  virtualizer.setOptions({ ...options() });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const items = virtualizer.getVirtualItems();
  const atEnd = follow && items.length > 0;
  return {
    first: atEnd ? Math.max(0, count - page - 1 - OVERSCAN) : (items[0]?.index ?? 0),
    end: atEnd ? count : Math.min(count, (items.at(-1)?.index ?? -1) + 1),
    page,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto', behavior: 'auto' }),
    scrollToEnd: () => {
      // More than there is: the browser stops at the end, and need not be asked where that is.
      if (scroller.current) scroller.current.scrollTop = (count + 2) * rowHeight + header;
    },
  };
}
