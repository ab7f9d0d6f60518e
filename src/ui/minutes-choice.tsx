import { useId, useState } from 'preact/hooks';
import styles from './minutes-choice.module.css';
import { minutesWord } from './time.ts';

interface MinutesChoiceProps {
  readonly label: string;
  /** The word for a number of one's own, the name of its box, and its unit. */
  readonly own: string;
  readonly ownLabel: string;
  readonly unit: string;
  /** Minutes, all of them. */
  readonly value: number;
  readonly options: readonly number[];
  readonly most: number;
  readonly onValue: (minutes: number) => void;
}

/** So many minutes: one of a few, or any whole number. */
export function MinutesChoice(props: MinutesChoiceProps) {
  const { label, value, options, most, onValue } = props;
  const [isOwn, setOwn] = useState(!options.includes(value));
  const id = useId();
  const shownOwn = isOwn || !options.includes(value);
  return (
    <div class={styles.choice}>
      <label for={id}>{label}</label>
      <select
        id={id}
        class={styles.input}
        value={shownOwn ? 'own' : String(value)}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setOwn(chosen === 'own');
          if (chosen !== 'own') onValue(Number(chosen));
        }}
      >
        {options.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {minutesWord(minutes)}
          </option>
        ))}
        <option value="own">{props.own}</option>
      </select>
      {shownOwn && (
        <span class={styles.own}>
          <input
            type="number"
            class={styles.input}
            aria-label={props.ownLabel}
            min={1}
            max={most}
            step={1}
            value={value}
            onInput={({ currentTarget }) => {
              const minutes = currentTarget.valueAsNumber;
              if (Number.isInteger(minutes) && currentTarget.checkValidity()) onValue(minutes);
            }}
          />
          {props.unit}
        </span>
      )}
    </div>
  );
}
