import { Fragment } from 'preact';
import { type MessageKey, t } from '../../platform/i18n.ts';
import type { Key } from '../../ui/keys.ts';
import { ACTIONS, type Action } from './bindings.ts';
import styles from './keys.module.css';

const WORDS: Readonly<Record<string, MessageKey>> = {
  Alt: 'keycap_alt',
  Backspace: 'keycap_backspace',
  Delete: 'keycap_delete',
  Enter: 'keycap_enter',
  Escape: 'keycap_escape',
  Mod: 'keycap_control',
  Shift: 'keycap_shift',
  Space: 'keycap_space',
  Tab: 'keycap_tab',
  Home: 'keycap_home',
  End: 'keycap_end',
  PageUp: 'keycap_page_up',
  PageDown: 'keycap_page_down',
};
const SIGNS: Readonly<Record<string, readonly [string, MessageKey]>> = {
  ArrowUp: ['↑', 'keycap_up'],
  ArrowDown: ['↓', 'keycap_down'],
  ArrowLeft: ['←', 'keycap_left'],
  ArrowRight: ['→', 'keycap_right'],
};

/** Keys as they are printed on a keyboard. */
export function KeyCaps({ keys }: { readonly keys: readonly Key[] }) {
  return (
    <>
      {keys.map((key, index) => (
        <Fragment key={key}>
          {index > 0 && ' '}
          <span class={styles.key}>
            {partsOf(key).map((part) => (
              <Cap key={part} part={part} />
            ))}
          </span>
        </Fragment>
      ))}
    </>
  );
}

function Cap({ part }: { readonly part: string }) {
  const [sign, name] = SIGNS[part] ?? [];
  if (sign && name) {
    return (
      <kbd>
        <span aria-hidden="true">{sign}</span>
        <span class="visually-hidden">{t(name)}</span>
      </kbd>
    );
  }
  const word = WORDS[part];
  return <kbd>{word ? t(word) : part.length === 1 ? part.toUpperCase() : part}</kbd>;
}

function partsOf(key: Key): readonly string[] {
  return key.length > 1 ? key.split('+') : [key];
}

/** The key of an action, for its button's tooltip. */
export function hintOf(action: Action): string {
  return keysText(ACTIONS[action].keys[0] ?? '');
}

export function keysText(key: Key): string {
  return partsOf(key)
    .map((part) => {
      const word = WORDS[part];
      return SIGNS[part]?.[0] ?? (word ? t(word) : part.toUpperCase());
    })
    .join('+');
}
