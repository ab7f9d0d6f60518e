import { type ComponentChildren, Fragment } from 'preact';
import { type MessageKey, t } from '../../platform/i18n.ts';

interface PhraseProps {
  readonly of: MessageKey;
  /** What stands for `$1`, `$2`…: links, times, names. */
  readonly parts: readonly ComponentChildren[];
}

/** A sentence of the person's language with more than words in it; each language puts the parts where it needs them. */
export function Phrase({ of, parts }: PhraseProps) {
  return (
    <>
      {piecesOf(t(of, ...parts.map((_, index) => placeholder(index)))).map((piece, index) => (
        <Fragment key={index}>{typeof piece === 'number' ? parts[piece] : piece}</Fragment>
      ))}
    </>
  );
}

/** Private-use characters: no message holds one, and no text from a site passes here. */
const FIRST = 0xe000;

function placeholder(index: number): string {
  return String.fromCharCode(FIRST + index);
}

/** Text, and places of parts. */
export function piecesOf(text: string): readonly (string | number)[] {
  return text
    .split(/([\ue000-\ue008])/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^[\ue000-\ue008]$/.test(piece) ? piece.charCodeAt(0) - FIRST : piece));
}
