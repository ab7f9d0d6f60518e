import { exactTime, relativeTime } from '../../ui/time.ts';
import { usePanel } from '../panel.ts';

/** How long ago, or until when; the exact time on hover. */
export function RelativeTime({ at }: { readonly at: number }) {
  const { now } = usePanel();
  return <time title={exactTime(at)}>{relativeTime(at, now.value)}</time>;
}
