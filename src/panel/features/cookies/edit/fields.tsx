import { useId } from 'preact/hooks';
import type { SameSite } from '../../../../core/cookie/types.ts';
import { t } from '../../../../platform/i18n.ts';
import styles from './edit.module.css';
import { Field, Problems } from './field.tsx';
import { SAME_SITES } from './same-sites.ts';
import type { Editing } from './use-editing.ts';

interface EditingProps {
  readonly editing: Editing;
}

const PLAIN = { spellcheck: false, autocomplete: 'off', autocapitalize: 'off' } as const;

function Name({ editing: { after, problems, set } }: EditingProps) {
  return (
    <Field of="editor_name" field="name" problems={problems}>
      {(attributes) => (
        <input
          {...attributes}
          {...PLAIN}
          name="name"
          class={styles.text}
          value={after.name}
          onInput={(event) => set({ name: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** A dot before it means that subdomains get it, too: it is how lists of cookies write it. */
function Domain({ editing: { after, problems, set } }: EditingProps) {
  return (
    <Field of="attr_domain" field="domain" problems={problems}>
      {(attributes) => (
        <div class={styles.line}>
          <input
            {...attributes}
            {...PLAIN}
            name="domain"
            class={styles.text}
            value={after.domain}
            onInput={({ currentTarget: { value } }) =>
              set(
                value.startsWith('.')
                  ? { domain: value.slice(1).toLowerCase(), hostOnly: false }
                  : { domain: value.toLowerCase() },
              )
            }
          />
          <label class={styles.check} title={t('editor_host_only_why')}>
            <input
              type="checkbox"
              checked={after.hostOnly}
              onChange={(event) => set({ hostOnly: event.currentTarget.checked })}
            />
            {t('editor_host_only')}
          </label>
        </div>
      )}
    </Field>
  );
}

function Path({ editing: { after, problems, set } }: EditingProps) {
  return (
    <Field of="attr_path" field="path" problems={problems}>
      {(attributes) => (
        <input
          {...attributes}
          {...PLAIN}
          name="path"
          class={styles.text}
          value={after.path}
          onInput={(event) => set({ path: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function Flags({ editing: { after, problems, set } }: EditingProps) {
  const id = useId();
  const flags = [
    { flag: 'secure', label: 'attr_secure' },
    { flag: 'httpOnly', label: 'attr_http_only' },
  ] as const;
  const own = problems.filter(({ field }) => field === 'secure' || field === 'httpOnly');
  return (
    <>
      <span />
      <div class={styles.control}>
        <div class={styles.line}>
          {flags.map(({ flag, label }) => (
            <label key={flag} class={styles.check}>
              <input
                type="checkbox"
                checked={after[flag]}
                aria-invalid={own.some(({ field }) => field === flag)}
                aria-describedby={own.some(({ field }) => field === flag) ? id : undefined}
                onChange={(event) => set({ [flag]: event.currentTarget.checked })}
              />
              {t(label)}
            </label>
          ))}
        </div>
        <Problems id={id} problems={own} />
      </div>
    </>
  );
}

function SameSiteField({ editing: { after, problems, set } }: EditingProps) {
  return (
    <Field of="attr_same_site" field="sameSite" problems={problems}>
      {(attributes) => (
        <select
          {...attributes}
          class={styles.select}
          value={after.sameSite}
          onChange={(event) => set({ sameSite: event.currentTarget.value as SameSite })}
        >
          {SAME_SITES.map(([value, word]) => (
            <option key={value} value={value}>
              {t(word)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Partition({ editing: { after, problems, set } }: EditingProps) {
  return (
    <Field of="attr_partition" field="partitionKey" problems={problems}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            {...PLAIN}
            class={styles.text}
            value={after.partitionKey ?? ''}
            placeholder={t('editor_partition_none')}
            onInput={({ currentTarget: { value } }) => set({ partitionKey: value === '' ? null : value })}
          />
          {after.partitionKey !== null && (
            <label class={styles.check}>
              <input
                type="checkbox"
                checked={after.hasCrossSiteAncestor ?? false}
                onChange={(event) => set({ hasCrossSiteAncestor: event.currentTarget.checked })}
              />
              {t('editor_ancestor')}
            </label>
          )}
        </>
      )}
    </Field>
  );
}

export const Fields = { Name, Domain, Path, Flags, SameSite: SameSiteField, Partition } as const;
