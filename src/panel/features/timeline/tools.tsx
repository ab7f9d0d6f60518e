import type { Signal } from '@preact/signals';
import { ZoomIn, ZoomOut } from 'lucide';
import { spanOf, zoomed } from '../../../core/timeline/time-range.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import type { Scale } from '../../chart/time-axis.ts';
import type { TimelineModel } from './model.ts';
import { GROUPINGS, type Grouping, SORTS, type Sort } from './rows.ts';
import styles from './tools.module.css';
import { PRESET_IDS, type Preset } from './window.ts';

const PRESET_WORDS: Readonly<Record<Preset, readonly [MessageKey, MessageKey]>> = {
  '15m': ['timeline_15m', 'timeline_15m_long'],
  '1h': ['timeline_1h', 'timeline_1h_long'],
  '1d': ['timeline_1d', 'timeline_1d_long'],
  '30d': ['timeline_30d', 'timeline_30d_long'],
  '1y': ['timeline_1y', 'timeline_1y_long'],
  all: ['timeline_all', 'timeline_all_long'],
};
const SCALES: Readonly<Record<Scale, readonly [MessageKey, MessageKey]>> = {
  log: ['timeline_log', 'timeline_log_why'],
  linear: ['timeline_linear', 'timeline_linear_why'],
};
const SORT_WORDS: Readonly<Record<Sort, MessageKey>> = {
  expiry: 'timeline_by_expiry',
  set: 'timeline_by_set',
  domain: 'column_domain',
  role: 'column_role',
  name: 'column_name',
};
const GROUP_WORDS: Readonly<Record<Grouping, MessageKey>> = {
  none: 'timeline_no_group',
  site: 'timeline_site',
  role: 'column_role',
};

/** How time is shown, and how the rows stand. */
export function Tools({ model }: { readonly model: TimelineModel }) {
  const { range, bounds, shortest = 0, show } = model.zoom.value;
  const zoomBy = (factor: number) =>
    show(zoomed(range, factor, (range.from + range.to) / 2, bounds, shortest));
  return (
    <div class={styles.tools} role="toolbar" aria-label={t('timeline_tools')}>
      <Choice
        label={t('timeline_scale')}
        all={['log', 'linear']}
        chosen={model.scale.value}
        words={SCALES}
        onChoose={model.setScale}
      />
      <Choice
        label={t('timeline_presets')}
        all={PRESET_IDS}
        chosen={model.preset.value}
        words={PRESET_WORDS}
        onChoose={model.setPreset}
      />
      <span class={styles.zoom}>
        <IconButton
          icon={ZoomOut}
          label={t('chart_zoom_out')}
          hint="-"
          disabled={spanOf(range) >= spanOf(bounds)}
          onPress={() => zoomBy(1.4)}
        />
        <IconButton
          icon={ZoomIn}
          label={t('chart_zoom_in')}
          hint="+"
          disabled={spanOf(range) <= shortest * 1.01}
          onPress={() => zoomBy(1 / 1.4)}
        />
      </span>
      <span class={styles.space} />
      <Select label={t('timeline_sort')} value={model.sort} all={SORTS} words={SORT_WORDS} />
      <Select label={t('timeline_group')} value={model.grouping} all={GROUPINGS} words={GROUP_WORDS} />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly all: readonly T[];
  readonly chosen: T | null;
  /** On the button, and on hover. */
  readonly words: Readonly<Record<T, readonly [MessageKey, MessageKey]>>;
  readonly onChoose: (one: T) => void;
}

/** Buttons in a row, of which one at most is pressed. */
function Choice<T extends string>({ label, all, chosen, words, onChoose }: ChoiceProps<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div class={styles.choice} role="group" aria-label={label}>
      {all.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === chosen}
          title={t(words[one][1])}
          onClick={() => onChoose(one)}
        >
          {t(words[one][0])}
        </button>
      ))}
    </div>
  );
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: Signal<T>;
  readonly all: readonly T[];
  readonly words: Readonly<Record<T, MessageKey>>;
}

function Select<T extends string>({ label, value, all, words }: SelectProps<T>) {
  return (
    <label class={styles.select}>
      <span>{label}</span>
      <select
        value={value.value}
        onChange={(event) => {
          const chosen = all.find((one) => one === event.currentTarget.value);
          if (chosen !== undefined) value.value = chosen;
        }}
      >
        {all.map((one) => (
          <option key={one} value={one}>
            {t(words[one])}
          </option>
        ))}
      </select>
    </label>
  );
}
