import { Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import type { Finding } from '../../../core/audit/report.ts';
import { fixFor } from '../../../core/fix/fix-for.ts';
import { frameworkNames } from '../../../core/fix/framework.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeText } from '../../../ui/code-text.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import styles from './findings.module.css';
import type { ShownSite } from './model.ts';

interface FixProps {
  readonly finding: Finding;
  readonly shown: ShownSite;
}

/** What to change: in words, and as code for this cookie in the framework's own. */
export function Fix({ finding, shown: { site, framework } }: FixProps) {
  const snippet = fixFor(finding, site, framework);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class={styles.fix} role="group" aria-label={t('findings_fix')}>
      <p>
        <b>{t('findings_fix')}</b>{' '}
        <span lang="en">
          <CodeText text={finding.fix} />
        </span>
      </p>
      {snippet === null ? (
        <p class={styles.soft}>{t('findings_no_snippet', frameworkNames[framework])}</p>
      ) : (
        <>
          <div class={styles.snippet}>
            <div class={styles.snippetHead}>
              <span>
                {frameworkNames[framework]}
                {snippet.file === undefined ? '' : ` · ${snippet.file}`}
              </span>
              <CopyButton text={snippet.code} />
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <pre tabIndex={0}>
              <code>{snippet.code}</code>
            </pre>
          </div>
          {snippet.note && (
            <p class={styles.soft} lang="en">
              <CodeText text={snippet.note} />
            </p>
          )}
        </>
      )}
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  return (
    <span role="status">
      <Button
        kind="link"
        icon={isCopied ? Check : Copy}
        onPress={() => void copyText(text).then((done) => setCopied(done ? text : null))}
      >
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
    </span>
  );
}
