import { describe, expect, it } from 'vitest';
import { buildSubjects } from '../../../../src/core/audit/build-subject.ts';
import { observedIds } from '../../../../src/core/session/strength/observed-ids.ts';
import { A, B, C, gone, line, type Visit, visit } from '../browse.ts';

function ids(visited: Visit): readonly string[] {
  const subject = buildSubjects(visited.recording()).find(({ site }) => site === 'shop.example');
  const cookie = subject?.cookies.find(({ ref }) => ref.name === 'sid');
  if (cookie === undefined) throw new Error('no cookie');
  return observedIds(cookie);
}
const sign = (id: string, signature: string) => encodeURIComponent(`s:${id}.${signature.repeat(43)}`);

describe('the IDs that a recording shows', () => {
  it.each<readonly [string, Visit, readonly string[]]>([
    [
      'in the order they came',
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .ask('POST /login', { set: [line('sid', B)] }),
      [A, B],
    ],
    [
      'from the store, before any line',
      visit()
        .had(`sid=${C}`)
        .ask('GET /', { set: [line('sid', A)] }),
      [C, A],
    ],
    [
      'a renewal of the same ID is no second one',
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .ask('GET /a', { set: [line('sid', A)] }),
      [A],
    ],
    [
      'an ID that is given anew to a request that sent none is a repeat',
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .ask('GET /out', { set: [gone('sid')] })
        .ask('GET /', { set: [line('sid', A)] }),
      [A, A],
    ],
    [
      'where nobody saw what was sent, it is not taken for a repeat',
      visit()
        .ask('GET /', { set: [line('sid', A)], unwatched: true })
        .ask('GET /a', { set: [line('sid', A)], unwatched: true }),
      [A],
    ],
    [
      'signed anew is the same ID',
      visit()
        .ask('GET /', { set: [line('sid', sign(A, 'x'))] })
        .ask('GET /a', { set: [line('sid', sign(A, 'y'))] }),
      [sign(A, 'x')],
    ],
    [
      'what a person wrote by hand was never issued',
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .person(`sid=${B}`)
        .ask('GET /a', { set: [line('sid', C)] }),
      [A, C],
    ],
    ['nor was a cookie that a person made up', visit().ask('GET /').person(`sid=${B}`), []],
    [
      'a deletion is none',
      visit()
        .had(`sid=${A}`)
        .ask('GET /out', { set: [gone('sid')] }),
      [A],
    ],
  ])('%s', (_, visited, expected) => {
    expect(ids(visited)).toEqual(expected);
  });
});
