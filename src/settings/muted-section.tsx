import type { ReadonlySignal, Signal } from '@preact/signals';
import { Bell } from 'lucide';
import type { RuleTexts } from '../core/audit/rule-texts.ts';
import { t } from '../platform/i18n.ts';
import { type Muted, withMuted } from '../protocol/choices.ts';
import { Button } from '../ui/button.tsx';
import { CodeText } from '../ui/code-text.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { SiteList } from './site-list.tsx';

interface MutedSectionProps {
  readonly muted: Signal<Muted>;
  readonly texts: ReadonlySignal<RuleTexts>;
}

/** Rules that say nothing on a site. */
export function MutedSection({ muted, texts }: MutedSectionProps) {
  const sites = Object.entries(muted.value).filter(([, rules]) => rules.length > 0);
  return (
    <Section
      title={t('settings_muted')}
      why={sites.length > 0 ? t('settings_muted_why') : t('settings_muted_none')}
    >
      <SiteList
        sites={sites}
        item={(site, rule) => (
          <>
            <span class={styles.what}>
              <CodeText text={texts.value[rule]?.title ?? rule} />
            </span>
            <Button
              icon={Bell}
              title={t('settings_unmute', rule, site)}
              onPress={() => {
                muted.value = withMuted(muted.peek(), site, rule, false);
              }}
            >
              {t('findings_unmute')}
            </Button>
          </>
        )}
      />
    </Section>
  );
}
