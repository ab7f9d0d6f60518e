import styles from './text.module.css';
import { cutText, segments } from './visible-text.ts';

interface TextProps {
  /** Hostile: from a site. */
  readonly text: string;
  /** Longest text drawn, in UTF-16 units; an ellipsis stands for the rest. Default 300. */
  readonly limit?: number;
  /** All that stands in a cell of a grid, which sets it apart from the direction around it. */
  readonly alone?: boolean;
}

/** Text from a site: always text nodes, set apart from the direction of what is around it. */
export function Text({ text, limit = 300, alone = false }: TextProps) {
  const shown = cutText(text, limit);
  const pieces = segments(shown);
  const more = shown.length < text.length ? '…' : '';
  if (pieces.length === 1 && !pieces[0]?.mark) {
    const whole = `${shown}${more}`;
    return alone ? whole : <bdi>{whole}</bdi>;
  }
  return (
    <bdi>
      {pieces.map((piece, index) =>
        piece.mark ? (
          <span key={index} class={styles.mark}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
      {more}
    </bdi>
  );
}
