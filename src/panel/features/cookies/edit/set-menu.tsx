import type { BrowserCookie } from '../../../../core/recording/fact.ts';
import { type MessageKey, t } from '../../../../platform/i18n.ts';
import { usePanel } from '../../../panel.ts';
import { act } from '../../../workbench/act.ts';
import { EXPIRY_PRESETS } from '../../../workbench/expiry.ts';
import styles from './edit.module.css';
import { SAME_SITES } from './same-sites.ts';
import { changesOf } from './targets.ts';

type Attributes = Parameters<typeof changesOf>[1];

interface SetMenuProps {
  readonly cookies: readonly BrowserCookie[];
  readonly onDone: () => void;
}

/** One attribute for all of them: each button is a step that can be taken back. */
export function SetMenu({ cookies, onDone }: SetMenuProps) {
  const panel = usePanel();
  const set = (attributes: Attributes) => {
    onDone();
    void act(panel, 'edit', changesOf(cookies, attributes));
  };
  return (
    <div class={styles.menu}>
      <Choices
        of="attr_secure"
        choices={FLAGS.map(({ on, word }) => [t(word), { secure: on }])}
        onSet={set}
      />
      <Choices
        of="attr_http_only"
        choices={FLAGS.map(({ on, word }) => [t(word), { httpOnly: on }])}
        onSet={set}
      />
      <Choices
        of="attr_same_site"
        choices={SAME_SITES.map(([sameSite, word]) => [t(word), { sameSite }])}
        onSet={set}
      />
      <Choices
        of="attr_expires"
        choices={EXPIRY_PRESETS.map(({ id, within }) => [
          t(`expiry_${id}`),
          { expires: within === null ? null : Date.now() + within },
        ])}
        onSet={set}
      />
    </div>
  );
}

const FLAGS = [
  { on: true, word: 'bulk_on' },
  { on: false, word: 'bulk_off' },
] as const;

interface ChoicesProps {
  readonly of: MessageKey;
  readonly choices: readonly (readonly [string, Attributes])[];
  readonly onSet: (attributes: Attributes) => void;
}

function Choices({ of, choices, onSet }: ChoicesProps) {
  return (
    <fieldset class={styles.choices}>
      <legend>{t(of)}</legend>
      {choices.map(([word, attributes]) => (
        <button key={word} type="button" class={styles.choice} onClick={() => onSet(attributes)}>
          {word}
        </button>
      ))}
    </fieldset>
  );
}
