import { Ban, ShieldCheck, ShieldX } from 'lucide';
import { t, tn } from '../../../../platform/i18n.ts';
import type { Guarded } from '../../../../protocol/workbench.ts';
import { Icon } from '../../../../ui/icon.tsx';
import styles from './edit.module.css';

/** In the list: that it is watched over, and how it went. */
export function GuardMark({ guarded }: { readonly guarded: Guarded }) {
  const words = guardWords(guarded);
  return (
    <span class={styles.mark} title={words}>
      <Icon node={guardIcon(guarded)} size={12} label={words} />
    </span>
  );
}

export function guardIcon({ kind, gaveUp }: Guarded) {
  if (gaveUp) return ShieldX;
  return kind === 'protect' ? ShieldCheck : Ban;
}

/** "Protected · put back 3 times". */
export function guardWords({ kind, times, gaveUp }: Guarded): string {
  const isProtected = kind === 'protect';
  return [
    t(isProtected ? 'guard_protected' : 'guard_blocked'),
    ...(times > 0 ? [tn(isProtected ? 'guard_put_back' : 'guard_removed', times)] : []),
    ...(gaveUp ? [t('guard_gave_up')] : []),
  ].join(' · ');
}
