import { Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { plainText } from '../../../ui/visible-text.ts';
import { RelativeTime } from '../../parts/time.tsx';
import { type Choice, NOW } from './choice.ts';
import styles from './list.module.css';
import type { SnapshotsModel } from './model.ts';
import { nameOf, titleOf } from './words.ts';

interface SidesProps {
  readonly model: SnapshotsModel;
  readonly id: string;
  readonly name: string;
  readonly chosen: Choice;
}

/** One of each column is chosen. */
function Sides({ model, id, name, chosen }: SidesProps) {
  return (['before', 'after'] as const).map((side) => (
    <td key={side} class={styles.side}>
      <input
        type="radio"
        name={`snapshot-${side}`}
        aria-label={t(side === 'before' ? 'snap_choose_before' : 'snap_choose_after', plainText(name))}
        checked={chosen[side] === id}
        onChange={() => model.choose(side, id)}
      />
    </td>
  ));
}

interface RowProps {
  readonly model: SnapshotsModel;
  readonly chosen: Choice;
}

/** The cookies as they are: always there, never kept. */
export function NowRow({ model, chosen }: RowProps) {
  let present = 0;
  void model.store.version.value;
  for (const { present: isThere } of model.store.recording.value.cookies.values()) present += isThere ? 1 : 0;
  return (
    <tr data-chosen={isChosen(chosen, NOW) || undefined}>
      <Sides model={model} id={NOW} name={t('snap_now')} chosen={chosen} />
      <th scope="row">{t('snap_now')}</th>
      <td class={styles.number}>{formatNumber(present)}</td>
      <td />
    </tr>
  );
}

export function SnapshotRow({ model, snapshot, chosen }: RowProps & { readonly snapshot: Snapshot }) {
  const { id, at, cookies } = snapshot;
  const [editing, setEditing] = useState(false);
  const title = titleOf(snapshot);
  return (
    <tr data-chosen={isChosen(chosen, id) || undefined}>
      <Sides model={model} id={id} name={title} chosen={chosen} />
      <th scope="row">
        {editing ? (
          <NameField
            name={snapshot.label}
            hint={nameOf({ ...snapshot, label: '' })}
            onDone={(label) => {
              if (label !== null) model.keeper.rename(id, label);
              setEditing(false);
            }}
          />
        ) : (
          <Text text={nameOf(snapshot)} />
        )}
        <span class={styles.when}>
          <RelativeTime at={at} />
        </span>
      </th>
      <td class={styles.number}>{formatNumber(cookies.length)}</td>
      <td class={styles.edit}>
        <IconButton
          icon={Pencil}
          label={t('snap_rename', plainText(title))}
          onPress={() => setEditing(true)}
        />
        <IconButton
          icon={Trash2}
          label={t('snap_forget', plainText(title))}
          onPress={() => model.keeper.remove(id)}
        />
      </td>
    </tr>
  );
}

function isChosen({ before, after }: Choice, id: string): boolean {
  return before === id || after === id;
}

const LONGEST_NAME = 60;

interface NameFieldProps {
  readonly name: string;
  /** What it is called without a name of its own. */
  readonly hint: string;
  /** null: as it was. */
  readonly onDone: (label: string | null) => void;
}

function NameField({ name, hint, onDone }: NameFieldProps) {
  return (
    <input
      class={styles.name}
      aria-label={t('snap_name')}
      maxLength={LONGEST_NAME}
      placeholder={hint}
      defaultValue={name}
      ref={(input) => input?.focus()}
      onBlur={(event) => onDone(event.currentTarget.value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(event.currentTarget.value.trim());
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(null);
      }}
    />
  );
}
