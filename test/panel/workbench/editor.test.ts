import { describe, expect, it } from 'vitest';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import {
  change,
  createEditor,
  type Edits,
  expireIn,
  isTouched,
  standingOf,
} from '../../../src/panel/workbench/editor.ts';
import { EXPIRY_PRESETS, fieldTime, timeOfField } from '../../../src/panel/workbench/expiry.ts';
import { cookieOf, START } from '../../helpers/panel-store.ts';

const sid = cookieOf('sid', { expires: START + 1_000 });
const editing = (edits: Edits, before: BrowserCookie | null = sid) => {
  const editor = createEditor({ before, after: sid });
  change(editor, edits, before);
  return editor;
};

describe('an editor', () => {
  it('asks for the cookie as it is with what the person changed', () => {
    const { before, after } = standingOf(editing({ secure: false }), sid, START);
    expect(before).toBe(sid);
    expect(after).toEqual({ ...sid, secure: false });
  });

  it.each([
    ['a value that a page wrote meanwhile is kept', { secure: false }, { value: 'new' }, ['value'], []],
    ['a renewed expiry is kept', { value: 'mine' }, { expires: START + 9 }, ['expires'], []],
    ['what the person wrote stays theirs', { value: 'mine' }, { value: 'new' }, [], ['value']],
    ['both', { value: 'mine' }, { value: 'new', httpOnly: false }, ['httpOnly'], ['value']],
  ] as const)('%s', (_, edits, written, followed, contested) => {
    const live = { ...sid, ...written };
    const standing = standingOf(editing(edits), live, START);
    expect(standing).toEqual({
      before: live,
      after: { ...live, ...edits },
      followed,
      contested,
      gone: false,
    });
  });

  it('sets a cookie anew that has gone meanwhile', () => {
    expect(standingOf(editing({ value: 'mine' }), null, START)).toMatchObject({
      before: null,
      after: { ...sid, value: 'mine' },
      gone: true,
    });
  });

  it('makes a new one where there was none', () => {
    const standing = standingOf(editing({ name: 'other' }, null), sid, START);
    expect(standing).toMatchObject({ before: null, after: { ...sid, name: 'other' }, gone: false });
  });

  it('has nothing to save once a field is as it was', () => {
    const editor = editing({ value: 'mine', secure: false });
    change(editor, { value: sid.value }, sid);
    expect(editor.edits.value).toEqual({ secure: false });
    expect(isTouched(editor)).toBe(true);
    change(editor, { secure: true }, sid);
    expect(isTouched(editor)).toBe(false);
  });

  it('counts an expiry from the time of saving, until another is chosen', () => {
    const editor = editing({});
    expireIn(editor, 60_000);
    expect(isTouched(editor)).toBe(true);
    expect(standingOf(editor, sid, START + 5).after.expires).toBe(START + 60_005);
    expect(standingOf(editor, { ...sid, expires: 1 }, START)).toMatchObject({ contested: ['expires'] });
    change(editor, { expires: null }, sid);
    expect(standingOf(editor, sid, START).after.expires).toBeNull();
  });

  it('opens with what is changed already', () => {
    const editor = createEditor({ before: sid, after: { ...sid, value: 'decoded and written back' } });
    expect(editor.edits.value).toEqual({ value: 'decoded and written back' });
  });
});

describe('expiries', () => {
  it.each([0, START, START + 999, 253_402_300_799_000])('%i is in the field, to the second', (at) => {
    expect(timeOfField(fieldTime(at))).toBe(Math.floor(at / 1_000) * 1_000);
  });

  it.each([null, Number.NaN, 9e15, -1e14])('%s is an empty field', (at) => {
    expect(fieldTime(at)).toBe('');
  });

  it.each(['', 'tomorrow', '2026-13-01T00:00'])('%j is no time', (text) => {
    expect(timeOfField(text)).toBeNull();
  });

  it('has the four that are asked for most', () => {
    expect(EXPIRY_PRESETS.map(({ id }) => id)).toEqual(['minute', 'now', 'month', 'session']);
  });
});
