import { Download, RotateCcw, Undo2, Upload } from 'lucide';
import { useRef } from 'preact/hooks';
import { type MessageKey, t, tn } from '../platform/i18n.ts';
import type { SettingName } from '../protocol/settings.ts';
import { Button } from '../ui/button.tsx';
import { saveText } from '../ui/save-text.ts';
import type { Outcome, SettingsModel } from './model.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import type { FileProblem } from './transfer.ts';

/** All settings: to a file, from a file, and as they were at first. */
export function TransferSection({ model }: { readonly model: SettingsModel }) {
  const file = useRef<HTMLInputElement>(null);
  const outcome = model.outcome.value;
  return (
    <Section title={t('settings_transfer')} why={t('settings_transfer_why')}>
      <div class={styles.buttons}>
        <Button
          icon={Download}
          onPress={() => saveText('crumbtrail-settings.json', model.exported(), 'application/json')}
        >
          {t('settings_export')}
        </Button>
        <Button icon={Upload} onPress={() => file.current?.click()}>
          {t('settings_import')}
        </Button>
        <Button icon={RotateCcw} onPress={model.reset}>
          {t('settings_reset')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          aria-label={t('settings_import')}
          hidden
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            // The same file may be chosen again after it was put right.
            if (chosen) void chosen.text().then(model.importText, () => model.importText(''));
            currentTarget.value = '';
          }}
        />
      </div>
      <div role="status" class={styles.outcome}>
        {outcome && (
          <p class={outcome.kind === 'refused' ? styles.problem : undefined}>{outcomeText(outcome)}</p>
        )}
        {outcome && 'before' in outcome && (
          <Button icon={Undo2} kind="link" onPress={model.undo}>
            {t('settings_undo')}
          </Button>
        )}
      </div>
    </Section>
  );
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'imported':
      return outcome.unknown > 0
        ? `${t('settings_imported')} ${tn('settings_unknown', outcome.unknown)}`
        : t('settings_imported');
    case 'reset':
      return t('settings_was_reset');
    case 'undone':
      return t('settings_undone');
    case 'refused':
      return problemText(outcome.problem);
  }
}

const PROBLEMS = {
  'too-long': 'settings_file_long',
  'not-json': 'settings_file_json',
  'not-settings': 'settings_file_other',
  newer: 'settings_file_newer',
} as const satisfies Readonly<Record<Exclude<FileProblem['kind'], 'damaged'>, MessageKey>>;

const NAMES = {
  showValues: 'settings_values',
  horizon: 'settings_horizon',
  columns: 'settings_columns',
  theme: 'theme',
  singleKeys: 'settings_keys',
  limits: 'settings_limits',
  muted: 'settings_muted',
  saidOf: 'settings_said',
} as const satisfies Readonly<Record<SettingName, MessageKey>>;

function problemText(problem: FileProblem): string {
  if (problem.kind !== 'damaged') return t(PROBLEMS[problem.kind]);
  return t('settings_file_damaged', problem.names.map((name) => t(NAMES[name])).join(', '));
}
