import { Info } from 'lucide';
import { type MessageKey, t } from '../../../../platform/i18n.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { Editable } from '../../../workbench/editor.ts';
import styles from './edit.module.css';
import type { Editing } from './use-editing.ts';

const WORDS: Readonly<Record<Editable, MessageKey>> = {
  name: 'editor_name',
  value: 'editor_value',
  domain: 'attr_domain',
  hostOnly: 'editor_host_only',
  path: 'attr_path',
  expires: 'attr_expires',
  secure: 'attr_secure',
  httpOnly: 'attr_http_only',
  sameSite: 'attr_same_site',
  partitionKey: 'attr_partition',
  hasCrossSiteAncestor: 'attr_partition',
  firstPartyDomain: 'attr_partition',
};

/** What has become of the cookie since the editor was opened, and what a save does beside changing it. */
export function EditorNotes({ editing }: { readonly editing: Editing }) {
  const { gone, followed, contested, isRenamed, replaces } = editing;
  const words = (fields: readonly Editable[]) => fields.map((field) => t(WORDS[field])).join(', ');
  const notes = [
    ...(gone ? [t('editor_gone')] : []),
    ...(followed.length > 0 ? [t('editor_followed', words(followed))] : []),
    ...(contested.length > 0 ? [t('editor_contested', words(contested))] : []),
    ...(isRenamed ? [t('editor_identity')] : []),
    ...(replaces ? [t('editor_replaces')] : []),
  ];
  return (
    <div role="status">
      {notes.map((note) => (
        <p key={note} class={styles.note}>
          <Icon node={Info} size={13} />
          {note}
        </p>
      ))}
    </div>
  );
}
