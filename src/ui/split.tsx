import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { inlineDirection, unturnedKey } from './direction.ts';
import { BAR_KEYS, CLOSE_KEY } from './keys.ts';
import styles from './split.module.css';
import { useSize } from './use-size.ts';

interface SplitProps {
  readonly main: ComponentChildren;
  /** null: closed, and `main` has all the room. */
  readonly side: ComponentChildren | null;
  /** Name of the bar between, for who cannot see it. */
  readonly label: string;
  /** Share of the room that `side` has, 0 to 1. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  /** Esc, anywhere in the two parts. */
  readonly onClose: () => void;
}

/** Below this width the side goes under the main part. */
const NARROW = 640;
const LEAST = 0.15;
const MOST = 0.85;

/** Two parts with a bar between them that drags, and moves by arrow keys. */
export function Split({ main, side, label, share, onShare, onClose }: SplitProps) {
  const root = useRef<HTMLDivElement>(null);
  const { width } = useSize(root);
  const below = width > 0 && width < NARROW;
  const set = (next: number) => onShare(Math.min(MOST, Math.max(LEAST, next)));

  function onPointerDown(event: PointerEvent): void {
    const bar = event.currentTarget as HTMLElement;
    const box = root.current?.getBoundingClientRect();
    if (!box) return;
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent) =>
      set(below ? (box.bottom - moved.clientY) / box.height : fromEnd(moved.clientX, box) / box.width);
    bar.addEventListener('pointermove', move);
    bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', move), {
      once: true,
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const grow = below ? BAR_KEYS.growBelow : BAR_KEYS.grow;
    const shrink = below ? BAR_KEYS.shrinkBelow : BAR_KEYS.shrink;
    const key = unturnedKey(event.key);
    if (key !== grow && key !== shrink) return;
    event.preventDefault();
    set(share + (key === grow ? 0.03 : -0.03));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Esc from what is focused inside
    <div
      ref={root}
      class={styles.split}
      data-below={below || undefined}
      onKeyDown={(event) => {
        if (event.key !== CLOSE_KEY || event.defaultPrevented || !side) return;
        // DevTools would open its drawer on the same Esc.
        event.stopPropagation();
        onClose();
      }}
    >
      <div class={styles.part}>{main}</div>
      {side !== null && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr> */}
          <div
            class={styles.bar}
            role="separator"
            aria-label={label}
            aria-orientation={below ? 'horizontal' : 'vertical'}
            aria-valuenow={Math.round(share * 100)}
            aria-valuemin={LEAST * 100}
            aria-valuemax={MOST * 100}
            tabIndex={0}
            onPointerDown={onPointerDown}
            onKeyDown={onKeyDown}
          />
          <div class={styles.part} style={{ flex: `0 0 ${share * 100}%` }}>
            {side}
          </div>
        </>
      )}
    </div>
  );
}

/** The side stands at the end of the line. */
function fromEnd(x: number, { left, right }: DOMRect): number {
  return inlineDirection() === 1 ? right - x : x - left;
}
