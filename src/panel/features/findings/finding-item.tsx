import type { Finding, Severity } from '../../../core/audit/report.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { CodeText } from '../../../ui/code-text.tsx';
import { CookieLink, RequestLink } from '../../parts/links.tsx';
import styles from './findings.module.css';
import { cookieOf, requestOf, type ShownSite } from './model.ts';
import { SeverityBadge } from './severity.tsx';

interface FindingItemProps {
  readonly finding: Finding;
  /** Of its rule's worst: said again only where this one's is another. */
  readonly severity: Severity;
  readonly shown: ShownSite;
}

const CONFIDENCE: Readonly<Record<Finding['confidence'], MessageKey>> = {
  certain: 'confidence_certain',
  firm: 'confidence_firm',
  tentative: 'confidence_tentative',
};

/** What was seen, with the line or request that shows it, and the ways there. */
export function FindingItem({ finding, severity: worst, shown }: FindingItemProps) {
  const { message, severity, confidence, evidence, cookie } = finding;
  const request = requestOf(finding, shown);
  const key = cookieOf(finding, shown);
  return (
    <li class={styles.item}>
      <p>
        <span lang="en">
          <CodeText text={message} />
        </span>{' '}
        <span class={styles.marks}>
          {severity !== worst && <SeverityBadge severity={severity} />}
          {confidence !== 'certain' && <span class={styles.soft}>{t(CONFIDENCE[confidence])}</span>}
        </span>
      </p>
      {evidence.length > 0 && (
        <ul class={styles.evidence} aria-label={t('findings_evidence')}>
          {evidence.map((line, index) => (
            <li key={index}>
              <bdi>
                <code>{line}</code>
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {(key !== null || request !== null) && (
        <p class={styles.jumps}>
          {key !== null && cookie && <CookieLink cookie={key} name={cookie.name} />}
          {request !== null && <RequestLink request={request} />}
        </p>
      )}
    </li>
  );
}
