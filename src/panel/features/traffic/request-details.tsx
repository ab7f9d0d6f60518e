import type { RequestEntry, SetCookieKey } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { Details, Section } from '../../parts/section.tsx';
import { Url } from '../../parts/url.tsx';
import { Hops } from './hop-list.tsx';
import type { OpenedRequest } from './model.ts';
import { RequestFacts } from './request-facts.tsx';
import { SentCookies } from './sent-cookies.tsx';
import { SetCookieLine } from './set-cookie-line.tsx';
import { WithheldCookies } from './withheld-cookies.tsx';

interface RequestDetailsProps {
  readonly opened: OpenedRequest;
  /** The line that led here. */
  readonly setCookie: SetCookieKey | null;
  readonly onClose: () => void;
}

/** One hop of a request: what it was, what it sent, what its response set. */
export function RequestDetails({ opened, setCookie, onClose }: RequestDetailsProps) {
  const { hop, hops } = opened;
  return (
    <Details
      label={t('request_details')}
      title={
        <>
          {hop.method} <Url url={hop.url} short />
        </>
      }
      onClose={onClose}
    >
      {hops.length > 1 && <Hops hops={hops} current={hop} />}
      <RequestFacts request={hop} />
      <SetCookies request={hop} setCookie={setCookie} />
      <SentCookies request={hop} />
      <WithheldCookies request={hop} />
    </Details>
  );
}

function SetCookies({
  request,
  setCookie,
}: {
  readonly request: RequestEntry;
  readonly setCookie: SetCookieKey | null;
}) {
  if (request.setCookies.length === 0) return null;
  return (
    <Section
      title={t('section_set_cookies')}
      note={t('count_bytes', request.setCookies.length, request.setCookieBytes)}
    >
      {request.setCookies.map((entry) => (
        <SetCookieLine key={entry.key} entry={entry} current={entry.key === setCookie} />
      ))}
    </Section>
  );
}
