import { KeyRound } from 'lucide';
import type { SiteReport } from '../core/audit/report.ts';
import { t } from '../platform/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { type LoginVerdict, lastLogin } from './model.ts';
import styles from './popup.module.css';

const TONES: Readonly<Record<LoginVerdict, 'good' | 'bad' | 'neutral'>> = {
  rotated: 'good',
  issued: 'good',
  kept: 'bad',
  added: 'bad',
  rolling: 'neutral',
  failed: 'neutral',
  unobserved: 'neutral',
};

/** What the last login did to the session ID, where one was seen. */
export function LoginLine({ site }: { readonly site: SiteReport }) {
  const login = lastLogin(site);
  if (login === null) return null;
  return (
    <p class={styles.login} data-tone={TONES[login.verdict]}>
      <Icon node={KeyRound} />
      {t(`popup_login_${login.verdict}`)}
    </p>
  );
}
