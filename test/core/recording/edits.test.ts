import { describe, expect, it } from 'vitest';
import type { EditKind, EditWrite, Fact } from '../../../src/core/recording/fact.ts';
import { keyOf } from '../../../src/core/recording/keys.ts';
import { cookie, jar, nav, recordingOf, removed, response, stored, T0, theCookie } from './facts.ts';

const PAGE = 'https://shop.example/';
const edit = (by: EditKind, writes: readonly EditWrite[], at = T0 + 25): Fact => ({
  kind: 'edit',
  at,
  by,
  writes,
});
const to = (value: string | null, more = {}): EditWrite => ({ key: keyOf(cookie(more)), value });
const writers = (...facts: readonly Fact[]) =>
  theCookie(recordingOf(nav(PAGE), ...facts)).history.map((event) => ('by' in event ? event.by : null));

const PERSON = { kind: 'person', step: 'edit' };

describe('what the extension said it would write', () => {
  it.each<[string, Fact[], object[]]>([
    ['a new cookie', [edit('add', [to('one')]), stored()], [{ kind: 'person', step: 'add' }]],
    [
      'another value',
      [stored(), edit('edit', [to('two')]), removed('overwrite'), stored({ value: 'two' })],
      [{ kind: 'script-or-extension' }, PERSON],
    ],
    [
      'a removal, however the browser tells it',
      [stored(), edit('delete', [to(null)]), removed('expired_overwrite')],
      [{ kind: 'script-or-extension' }, { kind: 'person', step: 'delete' }],
    ],
    [
      'a removal that looks like the end of its time',
      [stored(), edit('undo', [to(null)]), removed('expired')],
      [{ kind: 'script-or-extension' }, { kind: 'person', step: 'undo' }],
    ],
    [
      'what a guard put back',
      [
        stored(),
        stored({ value: 'theirs' }),
        edit('protect', [to('one')]),
        removed('overwrite', { value: 'theirs' }),
        stored(),
      ],
      [{ kind: 'script-or-extension' }, { kind: 'script-or-extension' }, { kind: 'guard', guard: 'protect' }],
    ],
    [
      'what a guard removed',
      [stored(), edit('block', [to(null)]), removed('expired_overwrite')],
      [{ kind: 'script-or-extension' }, { kind: 'guard', guard: 'block' }],
    ],
    [
      'a page that writes in between',
      [edit('edit', [to('two')]), stored({ value: 'theirs' }), stored({ value: 'two' })],
      [{ kind: 'script-or-extension' }, PERSON],
    ],
    [
      'one step after another, before the store tells of any',
      [edit('edit', [to('two')]), edit('undo', [to('one')]), stored({ value: 'two' }), stored()],
      [PERSON, { kind: 'person', step: 'undo' }],
    ],
    [
      'the same value again, by a page: once announced is once written',
      [edit('edit', [to('two')]), stored({ value: 'two' }), stored({ value: 'two', httpOnly: true })],
      [PERSON, { kind: 'script-or-extension' }],
    ],
    [
      'half a minute later it is somebody else',
      [edit('edit', [to('one')]), stored({}, { at: T0 + 25 + 30_000 })],
      [{ kind: 'script-or-extension' }],
    ],
    [
      'of another cookie of the name says nothing',
      [edit('edit', [to('one', { path: '/deep' })]), stored()],
      [{ kind: 'script-or-extension' }],
    ],
    [
      'goes before a line with the same value that waits for the store',
      [response(PAGE, ['sid=one']), edit('edit', [to('one')]), stored({ secure: true })],
      [{ kind: 'response' }, PERSON],
    ],
  ])('%s', (_, facts, expected) => {
    expect(writers(...facts)).toMatchObject(expected);
  });

  it('is known of by a reading of the store, too', () => {
    const first = jar({ cookies: [cookie()] });
    const changed = jar({ at: T0 + 600_000, cookies: [cookie({ value: 'two' })] });
    expect(writers(first, edit('import', [to('two')]), changed)).toEqual([
      { kind: 'before' },
      { kind: 'person', step: 'import' },
    ]);
    const gone = jar({ at: T0 + 600_000, gone: [keyOf(cookie())] });
    expect(writers(first, edit('delete', [to(null)]), gone)).toEqual([
      { kind: 'before' },
      { kind: 'person', step: 'delete' },
    ]);
  });

  it('alone changes nothing', () => {
    const recording = recordingOf(nav(PAGE), edit('add', [to('one')]));
    expect(recording.cookies.size).toBe(0);
  });

  it('is bounded, whatever waits', () => {
    const many = Array.from({ length: 13_000 }, (_, index) => to('v', { name: `n${index}` }));
    const again = Array.from({ length: 50 }, () => edit('edit', [to('v', { name: 'n12999' })]));
    const { edits } = recordingOf(edit('import', many), ...again).index;
    expect(edits.size).toBe(12_000);
    expect(edits.get(keyOf(cookie({ name: 'n12999' })))?.length).toBe(20);
  });
});
