import { CircleAlert, CircleCheck, CircleX, Dot, Flag, type IconNode } from 'lucide';
import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../../platform/i18n.ts';
import type { Tone } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { clockTime, exactTime } from '../../../ui/time.ts';
import { chosenFacets, passes } from '../../facets.ts';
import { usePanel } from '../../panel.ts';
import { FilterButton, FilterChips } from '../../parts/filters.tsx';
import { RequestLink } from '../../parts/links.tsx';
import { ACTIVITY_FACETS, type Activity } from './activity.ts';
import { ActivityWords } from './activity-words.tsx';
import type { SessionsModel, ShownSessions } from './model.ts';
import { ACTIVITY_ID } from './session-section.tsx';
import styles from './sessions.module.css';
import { activityWords } from './words.ts';

const ICONS: Readonly<Record<Tone, IconNode>> = {
  good: CircleCheck,
  bad: CircleX,
  warn: CircleAlert,
  info: Flag,
  neutral: Dot,
};

/** Newest ones that are shown at once. */
const FIRST = 60;

/** All that happened to the sessions, oldest first, with what should not have. */
export function ActivityLog({
  model,
  shown,
}: {
  readonly model: SessionsModel;
  readonly shown: ShownSessions;
}) {
  const [all, setAll] = useState(false);
  const choice = model.facets.value;
  const chosen = chosenFacets<Activity>(ACTIVITY_FACETS, choice);
  const found = shown.activity.filter((entry) => passes(entry, chosen, choice));
  const hidden = all ? 0 : Math.max(0, found.length - FIRST);
  if (shown.activity.length === 0) return null;
  return (
    <section class={styles.activity} aria-labelledby={ACTIVITY_ID}>
      <div class={styles.activityHead}>
        <h3 id={ACTIVITY_ID} tabIndex={-1}>
          {t('activity_title')} <span class={styles.soft}>{formatNumber(found.length)}</span>
        </h3>
        <FilterButton
          facets={ACTIVITY_FACETS}
          choice={model.facets}
          rows={() => shown.activity}
          words={activityWords}
        />
      </div>
      <FilterChips choice={model.facets} words={activityWords} />
      {hidden > 0 && (
        <Button kind="link" onPress={() => setAll(true)}>
          {t('show_all', formatNumber(found.length))}
        </Button>
      )}
      <ol class={styles.log}>
        {found.slice(hidden).map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </ol>
      {found.length === 0 && <p class={styles.soft}>{t('empty_filtered_why')}</p>}
    </section>
  );
}

function Entry({ entry }: { readonly entry: Activity }) {
  const { store } = usePanel();
  const request = entry.request === null ? undefined : store.recording.peek().requests.get(entry.request);
  return (
    <li data-tone={entry.tone}>
      <time title={exactTime(entry.at)}>{clockTime(entry.at)}</time>
      <Icon node={ICONS[entry.tone]} size={13} />
      <span class={styles.logWords}>
        <ActivityWords entry={entry} />
      </span>
      {request !== undefined && (
        <span class={styles.logRequest}>
          <RequestLink request={request} />
        </span>
      )}
    </li>
  );
}
