import type { Signal } from '@preact/signals';
import { X } from 'lucide';
import { t } from '../platform/i18n.ts';
import { type SaidOf, saidIn, withWord } from '../protocol/choices.ts';
import { Button } from '../ui/button.tsx';
import { Text } from '../ui/text.tsx';
import { plainText } from '../ui/visible-text.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { SiteList } from './site-list.tsx';

/** What a person said of cookies: the session, or not. */
export function SaidSection({ saidOf }: { readonly saidOf: Signal<SaidOf> }) {
  const sites = Object.entries(saidOf.value).map(([site, names]) => [site, Object.keys(names)] as const);
  return (
    <Section
      title={t('settings_said')}
      why={sites.length > 0 ? t('settings_said_why') : t('settings_said_none')}
    >
      <SiteList
        sites={sites}
        item={(site, name) => (
          <>
            <span class={styles.what}>
              <b>
                <Text text={name} limit={200} />
              </b>{' '}
              {t(saidIn(saidOf.value, site, name) ? 'said_session' : 'said_no_session')}
            </span>
            <Button
              icon={X}
              title={t('settings_forget', plainText(name).slice(0, 100), site)}
              onPress={() => {
                saidOf.value = withWord(saidOf.peek(), site, name, null);
              }}
            >
              {t('said_forget')}
            </Button>
          </>
        )}
      />
    </Section>
  );
}
