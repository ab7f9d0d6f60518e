import { CopyX } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Text } from '../../../ui/text.tsx';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import { type CookieRow, isDuplicated } from '../../cookie-row.ts';
import { CopyButton } from '../../exchange/copy-button.tsx';
import { usePanel } from '../../panel.ts';
import { LongValue } from '../../parts/long-value.tsx';
import { Details, Section } from '../../parts/section.tsx';
import { ValueLayers } from '../../parts/value-layers/lazy.tsx';
import { AttributeList } from './attribute-list.tsx';
import { CookieTools } from './edit/cookie-tools.tsx';
import { History } from './history/history.tsx';
import { RequestLists } from './requests.tsx';
import { SameNameList } from './same-name.tsx';

interface CookieDetailsProps {
  readonly row: CookieRow;
  readonly onClose: () => void;
}

/** Everything known of one cookie. */
export function CookieDetails({ row, onClose }: CookieDetailsProps) {
  const { cookie, state } = row;
  return (
    <Details label={t('cookie_details')} title={<Title row={row} />} onClose={onClose}>
      <CookieTools row={row} />
      {state === 'rejected' ? null : (
        <Section title={t('section_value')} note={<CopyButton cookie={cookie} />}>
          <LongValue value={cookie.value} />
          <ValueLayers key={row.key} cookie={cookie} present={state === 'present'} />
        </Section>
      )}
      <SameNameList row={row} />
      <AttributeList row={row} />
      <History row={row} />
      <RequestLists row={row} />
    </Details>
  );
}

function Title({ row }: { readonly row: CookieRow }) {
  const { store } = usePanel();
  const { cookie, state } = row;
  return (
    <>
      {cookie.name === '' ? <i>{t('cookie_nameless')}</i> : <Text text={cookie.name} limit={200} />}
      {cookieRole(cookie) !== 'unknown' && (
        <Badge title={t('role_by_looks')}>{roleWord(cookieRole(cookie))}</Badge>
      )}
      {state === 'gone' && <Badge>{t('state_gone')}</Badge>}
      {state === 'rejected' && <Badge tone="bad">{t('state_rejected')}</Badge>}
      {isDuplicated(store.recording.value, row) && (
        <Badge tone="warn" icon={CopyX} title={t('cookie_duplicated')}>
          {t('badge_duplicated')}
        </Badge>
      )}
    </>
  );
}
