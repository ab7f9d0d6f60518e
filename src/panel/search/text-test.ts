/** Tests of a text by what a person wrote. */
import type { Operand, Word } from './query.ts';

export type TextTest = (text: string) => boolean;

/** `contains`: any part of it. `begins`: how it begins. `whole`: all of it. With `*` it is always all of it. */
export type Manner = 'contains' | 'begins' | 'whole';

/** null: the pattern is none. */
export function textTest(operand: Operand, manner: Manner): TextTest | null {
  if (operand.kind === 'word') return wordTest(operand.word, manner);
  const { regex } = operand.pattern;
  return regex.ok ? (text) => regex.test(text) : null;
}

function wordTest(word: Word, manner: Manner): TextTest {
  const wanted = word.text;
  if (!word.quoted && wanted.includes('*')) return globTest(wanted);
  switch (manner) {
    case 'contains':
      return (text) => text.toLowerCase().includes(wanted);
    case 'begins':
      return (text) => text.toLowerCase().startsWith(wanted);
    case 'whole':
      return (text) => text.toLowerCase() === wanted;
  }
}

/** `*` stands for any text, also none. The first place that fits each part is the best: no going back. */
export function globTest(glob: string): TextTest {
  const parts = glob.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1).filter(Boolean);
  return (whole) => {
    const text = whole.toLowerCase();
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
      return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const part of middle) {
      const place = text.indexOf(part, at);
      if (place < 0 || place + part.length > end) return false;
      at = place + part.length;
    }
    return true;
  };
}
