import { BellOff, ChevronDown, ChevronRight } from 'lucide';
import { useId } from 'preact/hooks';
import type { FindingGroup } from '../../../core/report/group-findings.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeText } from '../../../ui/code-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { FindingItem } from './finding-item.tsx';
import styles from './findings.module.css';
import { Fix } from './fix.tsx';
import { type FindingsModel, openRules, type ShownSite, setMuted, toggle } from './model.ts';
import { SeverityBadge } from './severity.tsx';

interface GroupProps {
  readonly model: FindingsModel;
  readonly shown: ShownSite;
  readonly group: FindingGroup;
}

/** One rule's findings: what, why it matters, where it was seen, how to mend it. */
export function Group({ model, shown, group }: GroupProps) {
  const { rule, severity, findings } = group;
  const id = useId();
  const isOpen = openRules(model.open.value, shown).has(rule);
  const text = shown.texts[rule];
  const [first] = findings;
  return (
    <li class={styles.group} data-severity={severity}>
      <h3>
        <button
          type="button"
          class={styles.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => toggle(model, rule)}
        >
          <Icon node={isOpen ? ChevronDown : ChevronRight} />
          <SeverityBadge severity={severity} />
          <span class={styles.name} lang="en">
            {text === undefined ? rule : <CodeText text={text.title} />}
          </span>
          {findings.length > 1 && <span class={styles.soft}>× {findings.length}</span>}
          <code class={styles.rule}>{rule}</code>
        </button>
      </h3>
      {isOpen && (
        <div class={styles.body} id={id}>
          {text && (
            <p class={styles.why} lang="en">
              <CodeText text={text.why} />
            </p>
          )}
          <ul class={styles.items}>
            {findings.map((finding, index) => (
              <FindingItem key={index} finding={finding} severity={severity} shown={shown} />
            ))}
          </ul>
          {first && <Fix finding={first} shown={shown} />}
          <div class={styles.foot}>
            <References references={first?.references ?? []} />
            <Button icon={BellOff} onPress={() => setMuted(model, rule, true)}>
              {t('findings_mute')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

function References({ references }: { readonly references: readonly string[] }) {
  return (
    <ul class={styles.references} aria-label={t('findings_references')}>
      {references.map((reference) => (
        <li key={reference}>
          <a href={reference} target="_blank" rel="noreferrer">
            {nameOf(reference)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Who says it, and the page's last word: `owasp.org: 03-Testing_for_Session_Fixation`. */
function nameOf(reference: string): string {
  if (!URL.canParse(reference)) return reference;
  const { hostname, pathname, hash } = new URL(reference);
  const last = (hash.slice(1) || pathname.split('/').findLast((part) => part !== '')) ?? '';
  return `${hostname.replace(/^www\./, '')}: ${last.replace(/\.(md|html)$/, '').replaceAll(/[-_]+/g, ' ')}`;
}
