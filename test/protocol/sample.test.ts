import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardSampleRequest, readSampleEvent } from '../../src/protocol/sample.ts';
import { PROTOCOL_VERSION as version } from '../../src/protocol/version.ts';

const order = {
  tabId: 3,
  site: 'shop.example',
  name: 'sid',
  url: 'https://shop.example/start',
  count: 500,
  perSecond: 5,
};

describe('guardSampleRequest', () => {
  it.each([
    [{ version, kind: 'start', order }],
    [{ version, kind: 'start', order: { ...order, count: 20_000, perSecond: 20 } }],
    [{ version, kind: 'stop' }],
  ])('takes %j', (message) => {
    expect(guardSampleRequest(message)).toEqual(message);
  });

  it.each([
    ['another version', { version: version + 1, kind: 'stop' }],
    ['more than 20,000', { version, kind: 'start', order: { ...order, count: 20_001 } }],
    ['none', { version, kind: 'start', order: { ...order, count: 0 } }],
    ['half a request', { version, kind: 'start', order: { ...order, count: 1.5 } }],
    ['a flood', { version, kind: 'start', order: { ...order, perSecond: 21 } }],
    ['no pace', { version, kind: 'start', order: { ...order, perSecond: Number.NaN } }],
    ['no web address', { version, kind: 'start', order: { ...order, url: 'file:///etc/passwd' } }],
    ['a script', { version, kind: 'start', order: { ...order, url: 'javascript:alert(1)//https://' } }],
    [
      'an endless address',
      { version, kind: 'start', order: { ...order, url: `https://${'x'.repeat(2000)}` } },
    ],
    ['an inherited order', { version, kind: 'start', order: Object.create(order) }],
    ['nothing', null],
  ])('refuses %s', (_, message) => {
    expect(guardSampleRequest(message)).toBeNull();
  });

  it('leaves out what does not belong to it', () => {
    const message = { version, kind: 'start', order: { ...order, headers: { cookie: 'sid=1' } } };
    expect(guardSampleRequest(message)).toEqual({ version, kind: 'start', order });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        guardSampleRequest(data);
        readSampleEvent(data);
      }),
    );
  });
});
