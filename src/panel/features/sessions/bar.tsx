import { Flag, LogIn, LogOut } from 'lucide';
import { useState } from 'preact/hooks';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { useKey } from '../../keys/use-key.ts';
import { usePanel } from '../../panel.ts';
import type { Marked, SessionsModel, ShownSessions } from './model.ts';
import styles from './sessions.module.css';

interface BarProps {
  readonly model: SessionsModel;
  readonly shown: ShownSessions | null;
}

const MARKED = {
  login: 'marked_login',
  logout: 'marked_logout',
  note: 'marked_note',
} as const satisfies Readonly<Record<Marked['mark'], MessageKey>>;

/** Whose sessions they are, and buttons that put a moment by hand. */
export function Bar({ model, shown }: BarProps) {
  const { store } = usePanel();
  const [noting, setNoting] = useState(false);
  const isPaused = store.tab.value?.recording === false;
  const marked = model.marked.value;
  useKey('markLogin', () => !isPaused && void model.mark('login'));
  useKey('markLogout', () => !isPaused && void model.mark('logout'));
  useKey('markNote', () => setNoting(!noting));
  return (
    <section class={styles.bar} aria-label={t('sessions_marks')}>
      <SiteName model={model} shown={shown} />
      {isPaused ? (
        <p class={styles.soft}>{t('marks_paused')}</p>
      ) : (
        <div class={styles.buttons}>
          <Button icon={LogIn} title={t('mark_login_why')} onPress={() => void model.mark('login')}>
            {t('mark_login')}
          </Button>
          <Button icon={LogOut} title={t('mark_logout_why')} onPress={() => void model.mark('logout')}>
            {t('mark_logout')}
          </Button>
          <Button icon={Flag} title={t('mark_note_why')} onPress={() => setNoting(!noting)}>
            {t('mark_note')}
          </Button>
        </div>
      )}
      {noting && !isPaused && <NoteForm model={model} onDone={() => setNoting(false)} />}
      <p class={styles.status} role="status">
        {marked === null ? '' : t(marked.ok ? MARKED[marked.mark] : 'mark_failed')}
      </p>
    </section>
  );
}

function NoteForm({ model, onDone }: { readonly model: SessionsModel; readonly onDone: () => void }) {
  return (
    <form
      class={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('text');
        void model.mark('note', typeof text === 'string' ? text.trim() : '');
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <input
        name="text"
        maxLength={100}
        autocomplete="off"
        aria-label={t('mark_note_text')}
        placeholder={t('mark_note_text')}
        ref={(input) => input?.focus()}
      />
      <button type="submit" class={styles.add}>
        {t('mark_note_add')}
      </button>
    </form>
  );
}

/** A choice where the recording shows several sites. */
function SiteName({ model, shown }: BarProps) {
  const sites = model.sites.value;
  if (shown === null) return null;
  return (
    <h2 class={styles.site}>
      {sites.length < 2 ? (
        <Text text={shown.origin} />
      ) : (
        <select
          aria-label={t('findings_site')}
          value={shown.origin}
          onChange={(event) => {
            model.chosen.value = event.currentTarget.value;
            model.zoom.value = null;
          }}
        >
          {sites.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
    </h2>
  );
}
