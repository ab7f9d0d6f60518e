/**
 * Text from outside, made safe to look at: what cannot be seen, or would turn the text around it, becomes a
 * mark such as `\u{202E}`. The text itself is never changed, only how it is shown.
 */
export interface Segment {
  readonly text: string;
  /** Stands for a character that would not show. */
  readonly mark: boolean;
}

// Controls, soft hyphen, Arabic letter mark, Mongolian separator, zero width and bidi controls, line
// separators, invisible operators, BOM, interlinear and tag characters, unpaired surrogates, non-characters.
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\uffff\ud800-\udfff\u{e0000}-\u{e0fff}]/u;
const EACH_HIDDEN = new RegExp(HIDDEN.source, 'gu');

export function hasHidden(text: string): boolean {
  return HIDDEN.test(text);
}

/** The text in pieces, in order; one piece where nothing is hidden. */
export function segments(text: string): readonly Segment[] {
  if (!HIDDEN.test(text)) return [{ text, mark: false }];
  const result: Segment[] = [];
  let from = 0;
  for (const match of text.matchAll(EACH_HIDDEN)) {
    if (match.index > from) result.push({ text: text.slice(from, match.index), mark: false });
    result.push({ text: escapeOf(match[0]), mark: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) result.push({ text: text.slice(from), mark: false });
  return result;
}

/** The same as one string, where there is no room for marks: titles and accessible names. */
export function plainText(text: string): string {
  return segments(text)
    .map((segment) => segment.text)
    .join('');
}

/** Cuts without splitting a pair of surrogates. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

function escapeOf(character: string): string {
  if (character === '\t') return '\\t';
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  const code = character.codePointAt(0) ?? 0;
  return `\\u{${code.toString(16).toUpperCase().padStart(2, '0')}}`;
}
