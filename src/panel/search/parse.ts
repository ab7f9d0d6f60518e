/**
 * The text of the search box as a query: words, "quoted words", `/patterns/i`, `facet:value,value`, `facet=whole`, `facet<amount`, and `-`
 * before any of them. Never throws; what is not understood is looked for as a word, or left out, and said.
 */
import { isAmount, readAmount } from './amount.ts';
import type { Amount, Operand, Pattern, Problem, Query, Sign, Term, Word } from './query.ts';
import { linearRegex } from './regex/linear-regex.ts';
import { isSpace, readPattern, readQuoted, wordEnd } from './tokens.ts';
import { type FacetWord, facetWord, nearestFacet } from './vocabulary.ts';

const FACET = /^([a-z][a-z-]{0,23})(:|=|<=?|>=?)/i;
/** More is no search. */
const MOST_CHARACTERS = 2_000;
const SAME: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

export function parseQuery(whole: string, onGiveUp?: () => void): Query {
  const text = whole.slice(0, MOST_CHARACTERS);
  const terms: Term[] = [];
  const problems: Problem[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at])) at += 1;
    else term();
  }
  return { terms, problems };

  function term(): void {
    const from = at;
    const not = text[at] === '-' && at + 1 < text.length && !isSpace(text[at + 1]);
    if (not) at += 1;
    const found = facet(from) ?? plain();
    if (found.kind !== 'nothing') terms.push({ ...found, not, from, to: at });
  }

  function plain() {
    const from = at;
    const operand = readOperand(false, true);
    if (operand.kind === 'pattern') return checked(operand, from);
    if (operand.word.text === '') return NOTHING;
    return operand;
  }

  function checked(operand: Extract<Operand, { kind: 'pattern' }>, from: number) {
    const { regex } = operand.pattern;
    if (!regex.ok) problems.push({ kind: 'pattern', problem: regex.problem, from, to: at });
    return operand;
  }

  /** null: no facet's name begins here. */
  function facet(from: number) {
    const [written, name = '', sign = ''] = FACET.exec(text.slice(at, at + 30)) ?? [];
    if (written === undefined) return null;
    const known = facetWord(name);
    if (known === null) {
      if (sign === ':') unknown(name, from, at + written.length);
      return null;
    }
    at += written.length;
    if (isAmount(known.kind)) return compared(known, sign, from);
    if (sign !== ':' && sign !== '=') {
      at = wordEnd(text, at, false);
      problems.push({ kind: 'no-order', facet: known.id, from, to: at });
      return NOTHING;
    }
    return chosen(known, sign === '=', from);
  }

  /** `https://…` and `localhost:8080` are no facets, and nobody meant one. */
  function unknown(word: string, from: number, behind: number): void {
    if (text.startsWith('//', behind) || /^\d/.test(text.slice(behind, behind + 1))) return;
    problems.push({ kind: 'unknown-facet', word, suggestion: nearestFacet(word), from, to: behind });
  }

  function compared(known: FacetWord, sign: string, from: number) {
    const start = at;
    at = wordEnd(text, at, false);
    const written = text.slice(start, at);
    if (written === '') return NOTHING;
    const amount: Amount | null = readAmount(written, known.kind);
    if (amount !== null)
      return { kind: 'compare', facet: known.id, sign: (sign === ':' ? '=' : sign) as Sign, amount } as const;
    const example = `${known.id}${known.examples?.[1] ?? ''}`;
    problems.push({ kind: 'no-amount', facet: known.id, word: written, example, from, to: at });
    return NOTHING;
  }

  function chosen(known: FacetWord, exact: boolean, from: number) {
    const operands: Operand[] = [];
    while (at < text.length && !isSpace(text[at])) {
      if (text[at] === ',') {
        at += 1;
        continue;
      }
      const start = at;
      // A whole value is no pattern: `path=/api/`.
      const operand = readOperand(true, !exact);
      if (operand.kind === 'pattern') operands.push(checked(operand, start));
      else if (operand.word.text !== '') operands.push(valued(known, operand, from));
    }
    return operands.length === 0 ? NOTHING : ({ kind: 'facet', facet: known.id, exact, operands } as const);
  }

  function valued(known: FacetWord, operand: Extract<Operand, { kind: 'word' }>, from: number): Operand {
    const { values } = known;
    const { text: value, quoted } = operand.word;
    if (values === undefined) return operand;
    const same = Object.hasOwn(SAME, value) ? SAME[value] : undefined;
    if (same !== undefined && values.includes(same))
      return { kind: 'word', word: { ...operand.word, text: same } };
    if (!quoted && !value.includes('*') && !values.some((each) => each.startsWith(value)))
      problems.push({
        kind: 'unknown-value',
        facet: known.id,
        word: operand.word.written,
        values,
        from,
        to: at,
      });
    return operand;
  }

  function readOperand(inList: boolean, mayBePattern: boolean): Operand {
    const from = at;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      at = quoted.end;
      return { kind: 'word', word: word(quoted.text, true) };
    }
    const pattern = mayBePattern && text[at] === '/' ? readPattern(text, at, inList) : null;
    if (pattern !== null) {
      at = pattern.end;
      return { kind: 'pattern', pattern: compiled(pattern.source, pattern.flags, onGiveUp) };
    }
    at = wordEnd(text, at, inList);
    return { kind: 'word', word: word(text.slice(from, at), false) };
  }
}

/** Such as a facet without a value yet. */
const NOTHING = { kind: 'nothing' } as const;

function word(written: string, quoted: boolean): Word {
  return { text: written.toLowerCase(), written, quoted };
}

function compiled(source: string, flags: string, onGiveUp?: () => void): Pattern {
  return { source, flags, regex: linearRegex(source, flags, onGiveUp) };
}
