import { CircleCheck, CircleMinus } from 'lucide';
import type { StoredCookie } from '../../../core/cookie/types.ts';
import type { Sending } from '../../../core/cookie/what-if.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { withheldText } from '../../reasons.ts';
import styles from './what-if.module.css';

const OCCASIONS = {
  'same-site': 'occasion_same_site',
  subdomain: 'occasion_subdomain',
  'parent-domain': 'occasion_parent_domain',
  'other-path': 'occasion_other_path',
  'plain-http': 'occasion_plain_http',
  'cross-site-link': 'occasion_cross_site_link',
  'cross-site-post': 'occasion_cross_site_post',
  'cross-site-embedded': 'occasion_cross_site_embedded',
  script: 'occasion_script',
} as const satisfies Readonly<Record<Sending['occasion'], MessageKey>>;

interface SendingsProps {
  readonly sendings: readonly Sending[];
  readonly cookie: StoredCookie;
}

/** Kinds of request, and whether each would carry the cookie. */
export function Sendings({ sendings, cookie }: SendingsProps) {
  return (
    <table class={styles.sendings}>
      <tbody>
        {sendings.map(({ occasion, url, reasons }) => {
          const goes = reasons.length === 0;
          return (
            <tr key={occasion}>
              <th scope="row">
                {t(OCCASIONS[occasion])}
                <span class={styles.url}>
                  <Text text={url} limit={120} />
                </span>
              </th>
              <td data-tone={goes ? 'good' : 'neutral'}>
                <Icon node={goes ? CircleCheck : CircleMinus} size={13} />{' '}
                {t(goes ? 'what_if_sent_yes' : 'what_if_sent_no')}
              </td>
              <td>
                {reasons.map((reason) => (
                  <span key={reason} class={styles.why}>
                    <code>{reason}</code> <Text text={withheldText(reason, cookie)} limit={200} />
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
