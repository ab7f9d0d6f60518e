import { Text } from './text.tsx';
import { hasHidden } from './visible-text.ts';

/** Longest piece drawn: names and values of a site, which may be of any length. */
const LIMIT = 400;

/** Text with what stands between back-ticks as code. A name from the network is isolated: right-to-left text stays its own. */
export function CodeText({ text }: { readonly text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, index) =>
        index % 2 === 1 ? (
          <code key={index}>
            <Text text={piece} limit={LIMIT} />
          </code>
        ) : hasHidden(piece) || piece.length > LIMIT ? (
          <Text key={index} text={piece} limit={LIMIT} />
        ) : (
          piece
        ),
      )}
    </>
  );
}

/** Text and code by turns, text first. */
export function piecesOf(text: string): readonly string[] {
  const pieces = text.split('`');
  // An odd back-tick is a character like any other.
  return pieces.length % 2 === 1 ? pieces : [text];
}
