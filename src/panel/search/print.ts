/** A query as text again: what `parseQuery` reads as the same query. */
import type { Operand, Query, Term, Word } from './query.ts';
import { quote } from './tokens.ts';

export function printQuery({ terms }: Query): string {
  return terms.map(printTerm).join(' ');
}

export function printTerm(term: Term): string {
  return `${term.not ? '-' : ''}${body(term)}`;
}

function body(term: Term): string {
  switch (term.kind) {
    case 'word':
    case 'pattern':
      return printOperand(term);
    case 'facet':
      return `${term.facet}${term.exact ? '=' : ':'}${term.operands.map(printOperand).join()}`;
    case 'compare':
      return `${term.facet}${term.sign}${term.amount.written}`;
  }
}

function printOperand(operand: Operand): string {
  if (operand.kind === 'word') return printWord(operand.word);
  return `/${operand.pattern.source}/${operand.pattern.flags}`;
}

function printWord({ written, quoted }: Word): string {
  return quoted ? quote(written) : written;
}

/** A facet's whole value as it can be written behind `=`. */
export function printValue(value: string): string {
  return /[\s,"*]/.test(value) || value === '' ? quote(value) : value;
}
