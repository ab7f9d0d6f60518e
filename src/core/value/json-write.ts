import { refused, type Written, written } from './layer.ts';

/** The pieces of JSON text: strings, white space, and everything else. */
const PIECES = /"(?:[^"\\]|\\.)*"|\s+|[^"\s]+/gs;

interface Style {
  readonly comma: string;
  readonly colon: string;
  /** Characters beyond ASCII as `\u00e9`, and `/` as `\/`: what PHP writes; Python does the first. */
  readonly ascii: boolean;
  readonly slash: boolean;
}

const STYLES: readonly Style[] = [
  { comma: ',', colon: ':' },
  { comma: ', ', colon: ': ' },
].flatMap((spaces) =>
  [false, true].flatMap((ascii) => [false, true].map((slash) => ({ ...spaces, ascii, slash }))),
);

const INDENTS: readonly string[] = ['  ', '    ', '\t'];

type Writer = (data: unknown) => Written;

/**
 * A writer that writes JSON the way `text` was written: spaces, indentation, escapes. Where no known way gives `text` back,
 * it writes the compact form, but only if nothing else of the value would change with it.
 */
export function jsonWriterLike(text: string, data: unknown): Writer {
  const compact = compactJson(data);
  if (compact === null) return () => refused('This JSON cannot be written again.');
  const style = STYLES.find((candidate) => styled(compact, candidate) === text);
  if (style !== undefined) return writerWith((json) => styled(json, style));
  const indent = INDENTS.find((candidate) => JSON.stringify(data, null, candidate) === text);
  if (indent !== undefined) return writerWith((json) => JSON.stringify(JSON.parse(json), null, indent));
  if (isLossless(text, data)) return writerWith((json) => json);
  return () =>
    refused(
      'This JSON holds numbers or repeated keys that would not come back as they are: edit its text instead.',
    );
}

/** Whether reading and writing again keeps every number and key as written. */
export function isLossless(text: string, data: unknown): boolean {
  const compact = compactJson(data);
  if (compact === null) return false;
  try {
    const plain = text.replace(PIECES, (piece) => {
      if (piece.startsWith('"')) return JSON.stringify(JSON.parse(piece));
      return /^\s/.test(piece) ? '' : piece;
    });
    return plain === compact;
  } catch {
    return false;
  }
}

function writerWith(restyle: (json: string) => string): Writer {
  return (data) => {
    const json = compactJson(data);
    return json === null ? refused('This cannot be written as JSON.') : written(restyle(json));
  };
}

/** null: a cycle, a function or nothing. */
function compactJson(data: unknown): string | null {
  try {
    return JSON.stringify(data) ?? null;
  } catch {
    return null;
  }
}

function styled(compact: string, { comma, colon, ascii, slash }: Style): string {
  return compact.replace(PIECES, (piece) => {
    if (!piece.startsWith('"')) return piece.replaceAll(',', comma).replaceAll(':', colon);
    const slashed = slash ? piece.replaceAll('/', '\\/') : piece;
    if (!ascii) return slashed;
    return slashed.replace(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  });
}
