import { clockTime, exactTime, relativeTime } from '../../ui/time.ts';
import { usePanel } from '../panel.ts';

interface TimeProps {
  readonly at: number;
}

/** How long ago, or until when; the exact time on hover. */
export function RelativeTime({ at }: TimeProps) {
  const { now } = usePanel();
  return <time {...exactOnHover(at)}>{relativeTime(at, now.value)}</time>;
}

/** Time of day; the exact time on hover. */
export function ClockTime({ at }: TimeProps) {
  return <time {...exactOnHover(at)}>{clockTime(at)}</time>;
}

/** Written when it is asked for: a list draws hundreds of times a second, and dates are slow to write. */
export function exactOnHover(at: number, more = '') {
  return {
    onPointerEnter(event: PointerEvent) {
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.title = `${more}${exactTime(at)}`;
    },
  };
}
