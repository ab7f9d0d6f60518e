import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardMessage, guardPageMessage, isOwnPage } from '../../src/protocol/guard.ts';
import { PROTOCOL_VERSION as version } from '../../src/protocol/version.ts';
import { MOST_CHANGES, MOST_GUARDS } from '../../src/protocol/workbench.ts';

const entry = { seq: 3, fact: { kind: 'mark', at: 1, mark: 'note' } };
const question = {
  method: 'replay',
  what: 'pre-logout',
  site: 'shop.example',
  flow: 1_790_000_000_000,
  url: 'https://shop.example/account',
};
const cookie = {
  name: 'sid',
  value: 'v',
  domain: 'shop.example',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: false,
  sameSite: 'lax',
  expires: null,
  partitionKey: null,
};
const partitioned = {
  ...cookie,
  expires: 1_790_000_000_000,
  partitionKey: 'https://top.example',
  hasCrossSiteAncestor: true,
  firstPartyDomain: 'top.example',
};
const order = { id: 'a', step: 'edit', changes: [{ before: cookie, after: partitioned }] };
const call = (content: unknown) => ({ version, kind: 'call', id: 1, call: content });

describe('guardPageMessage', () => {
  it.each([
    [{ version, kind: 'attach', tabId: 1, have: null }],
    [{ version, kind: 'attach', tabId: 1, have: { epoch: 'e.0', seq: 4 } }],
    [{ version, kind: 'return', epoch: 'e.0', entries: [entry] }],
    [{ version, kind: 'return', epoch: 'e.0', entries: [] }],
    [call({ method: 'record', on: true })],
    [call({ method: 'keep', on: false })],
    [call({ method: 'clear' })],
    [call({ method: 'refresh' })],
    [call({ method: 'mark', mark: 'login', text: '' })],
    [call(question)],
    [call({ ...question, what: 'pre-login', flow: 0.5 })],
    [call({ method: 'stop-replay' })],
    [call({ method: 'work', order })],
    [call({ method: 'work', order: { ...order, step: 'add', changes: [{ before: null, after: cookie }] } })],
    [call({ method: 'work', order: { ...order, changes: [] } })],
    [call({ method: 'stop-work' })],
    [call({ method: 'undo' })],
    [call({ method: 'redo' })],
    [call({ method: 'guard', kind: 'protect', cookies: [cookie, partitioned] })],
    [call({ method: 'guard', kind: 'block', cookies: [cookie] })],
    [call({ method: 'unguard', cookies: [cookie] })],
  ])('takes %j', (message) => {
    expect(guardPageMessage(message)).toEqual({ ok: true, message });
  });

  it.each([
    [{ version, kind: 'attach', tabId: 1 }],
    [{ version, kind: 'attach', tabId: '1', have: null }],
    [{ version, kind: 'attach', tabId: 1.5, have: null }],
    [{ version, kind: 'attach', tabId: Number.NaN, have: null }],
    [{ version, kind: 'attach', tabId: Number.POSITIVE_INFINITY, have: null }],
    [{ version, kind: 'attach', tabId: 1, have: { epoch: 'e' } }],
    [{ version, kind: 'attach', tabId: 1, have: { epoch: 'x'.repeat(1001), seq: 1 } }],
    [{ version, kind: 'return', epoch: 'e', entries: {} }],
    [{ version, kind: 'return', epoch: 'e', entries: [{ seq: 'x', fact: entry.fact }] }],
    [{ version, kind: 'return', epoch: 'e', entries: [{ seq: 1, fact: null }] }],
    [{ version, kind: 'return', epoch: 'e', entries: [{ seq: 1, fact: { kind: 'mark' } }] }],
    [{ version, kind: 'return', epoch: 'e', entries: [{ seq: 1, fact: { kind: 'mark', at: Number.NaN } }] }],
    [call({ method: 'mark', mark: 'other', text: '' })],
    [call({ method: 'mark', mark: 'note', text: 'x'.repeat(1001) })],
    [call({ ...question, what: 'post-login' })],
    [call({ ...question, flow: Number.NaN })],
    [call({ ...question, flow: '1' })],
    [call({ ...question, url: 'file:///etc/passwd' })],
    [call({ ...question, url: 'javascript:alert(1)//https://' })],
    [call({ ...question, url: `https://shop.example/${'x'.repeat(2000)}` })],
    [call({ ...question, site: undefined })],
    [call(Object.create(question))],
    [call({ method: 'constructor' })],
    [call({ method: 'work', order: { ...order, step: 'undo' } })],
    [call({ method: 'work', order: { ...order, id: 'x'.repeat(101) } })],
    [call({ method: 'work', order: { ...order, changes: [{ after: cookie }] } })],
    [call({ method: 'guard', kind: 'watch', cookies: [cookie] })],
    ...[
      { name: 1 },
      { value: null },
      { domain: undefined },
      { hostOnly: 1 },
      { path: 'x'.repeat(20_001) },
      { sameSite: 'Lax' },
      { expires: Number.NaN },
      { expires: 'tomorrow' },
      { partitionKey: '' },
      { partitionKey: 'javascript:x' },
      { hasCrossSiteAncestor: 'yes' },
      { hasCrossSiteAncestor: undefined },
      { firstPartyDomain: null },
    ].map((wrong): [unknown] => [call({ method: 'unguard', cookies: [{ ...cookie, ...wrong }] })]),
    [call({ method: 'record', on: 'yes' })],
    [call(null)],
    [{ version, kind: 'snapshot' }],
    [{ version, kind: '__proto__' }],
    [{ version }],
  ])('refuses the shape of %j', (message) => {
    expect(guardPageMessage(message)).toEqual({ ok: false, why: 'shape' });
  });

  it('leaves out what does not belong to a message', () => {
    const asked = call({ ...question, cookie: 'sid=secret', headers: {} });
    expect(guardPageMessage({ ...asked, also: 1 })).toEqual({ ok: true, message: call(question) });
  });

  it('leaves out what does not belong to a cookie', () => {
    const asked = { method: 'unguard', cookies: [{ ...cookie, assumed: true, session: 1 }] };
    expect(guardPageMessage(call(asked))).toEqual({
      ok: true,
      message: call({ method: 'unguard', cookies: [cookie] }),
    });
  });

  it('refuses longer orders than a browser has cookies, and more guards than are kept', () => {
    const changes = Array.from({ length: MOST_CHANGES + 1 }, () => order.changes[0]);
    const cookies = Array.from({ length: MOST_GUARDS + 1 }, () => cookie);
    expect(guardPageMessage(call({ method: 'work', order: { ...order, changes } })).ok).toBe(false);
    expect(guardPageMessage(call({ method: 'guard', kind: 'block', cookies })).ok).toBe(false);
  });

  it('refuses more entries than a worker can have lost', () => {
    const entries = Array.from({ length: 50_001 }, () => entry);
    expect(guardPageMessage({ version, kind: 'return', epoch: 'e', entries }).ok).toBe(false);
  });

  it.each([
    [{ version: version + 1, kind: 'attach', tabId: 1, have: null }],
    [{ version: String(version), kind: 'attach', tabId: 1, have: null }],
    [{ kind: 'attach', tabId: 1, have: null }],
    [null],
    [undefined],
    ['attach'],
    [7],
    [[]],
  ])('says of %j that it is of another version', (message) => {
    expect(guardPageMessage(message)).toEqual({ ok: false, why: 'version' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        guardPageMessage(data);
        guardMessage(data);
      }),
    );
  });
});

describe('guardMessage', () => {
  it('takes a report for a tab', () => {
    expect(guardMessage({ kind: 'report', tabId: 4 })).toEqual({ kind: 'report', tabId: 4 });
  });

  it.each([
    [null],
    ['report'],
    [{ kind: 'report' }],
    [{ kind: 'report', tabId: '4' }],
    [{ kind: 'report', tabId: 0.5 }],
    [{ kind: 'other', tabId: 4 }],
  ])('refuses %j', (data) => {
    expect(guardMessage(data)).toBeNull();
  });
});

describe('isOwnPage', () => {
  const own = { id: 'abc', root: 'chrome-extension://abc/' };
  it.each([
    ['a page of ours', { id: 'abc', url: 'chrome-extension://abc/src/panel/panel.html?tabId=1' }, true],
    ['another extension', { id: 'xyz', url: 'chrome-extension://xyz/page.html' }, false],
    ['another extension that names our page', { id: 'xyz', url: 'chrome-extension://abc/page.html' }, false],
    ['a content script of ours in a web page', { id: 'abc', url: 'https://evil.example/' }, false],
    [
      'a web page with our address in its own',
      { id: 'abc', url: 'https://evil.example/?chrome-extension://abc/' },
      false,
    ],
    ['an address that only begins alike', { id: 'abc', url: 'chrome-extension://abcdef/page.html' }, false],
    ['no address', { id: 'abc' }, false],
    ['no id', { url: 'chrome-extension://abc/page.html' }, false],
    ['nobody', undefined, false],
  ])('%s: %j is %s', (_, sender, expected) => {
    expect(isOwnPage(sender, own)).toBe(expected);
  });
});
