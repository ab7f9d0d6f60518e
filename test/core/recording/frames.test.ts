import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/core/recording/fact.ts';
import { nav, recordingOf, response, subresource } from './facts.ts';

const A = 'https://a.example/';
const B = 'https://b.example/';
const frame = (frameId: number, parentFrameId: number, url: string, more: object = {}): Fact =>
  nav(url, { frameId, parentFrameId, ...more });
const from = (frameId: number, url: string, more: object = {}): Fact =>
  response(url, [], { ...subresource, frameId, initiator: url, ...more });
const request = (...facts: Fact[]) => {
  const found = [...recordingOf(...facts).requests.values()].at(-1);
  if (found === undefined) throw new Error('no request');
  return found;
};

describe('ancestry', () => {
  it.each<[string, Fact[], { top: string; cross: boolean; context: string }]>([
    ['the page itself', [nav(A), from(0, `${A}x`)], { top: A, cross: false, context: 'same-site-strict' }],
    [
      'a frame of the same site',
      [nav(A), frame(1, 0, 'https://www.a.example/'), from(1, `${A}x`)],
      { top: A, cross: false, context: 'same-site-strict' },
    ],
    [
      'a frame of another site',
      [nav(A), frame(1, 0, B), from(1, `${B}x`)],
      { top: A, cross: true, context: 'cross-site' },
    ],
    [
      'A in B in A',
      [nav(A), frame(1, 0, B), frame(2, 1, A), from(2, `${A}x`)],
      { top: A, cross: true, context: 'cross-site' },
    ],
    [
      'about:blank in the page',
      [nav(A), frame(1, 0, 'about:blank'), from(1, `${A}x`)],
      { top: A, cross: false, context: 'same-site-strict' },
    ],
    [
      'about:srcdoc in a frame of another site',
      [nav(A), frame(1, 0, B), frame(2, 1, 'about:srcdoc'), from(2, `${A}x`)],
      { top: A, cross: true, context: 'cross-site' },
    ],
    [
      'a frame of the same site over http',
      [nav(A), frame(1, 0, 'http://a.example/'), from(1, `${A}x`)],
      { top: A, cross: true, context: 'cross-site' },
    ],
    [
      'a service worker of the page',
      [nav(A), from(-1, `${A}x`)],
      { top: A, cross: false, context: 'same-site-strict' },
    ],
    [
      'a frame whose page was never seen',
      [frame(2, 1, A), from(2, `${A}x`)],
      { top: A, cross: true, context: 'cross-site' },
    ],
  ])('of a request from %s', (_, facts, { top, cross, context }) => {
    const found = request(...facts);
    expect(found.topLevelUrl).toBe(top);
    expect(found.hasCrossSiteAncestor).toBe(cross);
    expect(
      found.requestContext.context === 'cross-site' ? 'cross-site' : found.requestContext.schemeful,
    ).toBe(context);
  });

  it('takes a frame’s own load from the frame around it, not from what it replaces', () => {
    const load = from(1, `${A}inner`, { type: 'sub_frame', parentFrameId: 0, initiator: A });
    expect(request(nav(A), frame(1, 0, B), load)).toMatchObject({
      topLevelUrl: A,
      hasCrossSiteAncestor: false,
    });
  });

  it('goes by document where the frame shows another by now', () => {
    const late = from(0, `${A}late`, { documentId: 'old' });
    expect(request(nav(A, { documentId: 'old' }), nav(B, { documentId: 'new' }), late)).toMatchObject({
      topLevelUrl: A,
      party: 'first',
    });
  });

  it('knows a prerendered page without showing it', () => {
    const prerender = nav(B, { frameId: 7, documentId: 'P', lifecycle: 'prerender' });
    const facts = [nav(A, { documentId: 'D' }), prerender];
    expect(request(...facts, from(7, `${B}x`, { documentId: 'P', lifecycle: 'prerender' }))).toMatchObject({
      topLevelUrl: B,
      party: 'first',
    });
    const recording = recordingOf(...facts);
    expect([...recording.frames.values()].map(({ url }) => url)).toEqual([A]);
    expect(recording.moments).toHaveLength(1);
    expect(recording.sites.get('b.example' as never)?.topLevel).toBe(false);
  });

  it.each([
    ['https://page.example', 'https://page.example', 'page.example', 'third'],
    ['null', `${A}x`, 'a.example', 'first'],
    ['chrome-extension://abc', `${A}x`, 'a.example', 'first'],
    [undefined, `${A}x`, 'a.example', 'first'],
  ])('of a page never seen is guessed from the initiator %j', (initiator, top, site, party) => {
    const fact = response(`${A}x`, [], { ...subresource, ...(initiator === undefined ? {} : { initiator }) });
    expect(request(fact)).toMatchObject({ topLevelUrl: top, topLevelSite: site, party });
  });

  it('treats an opaque initiator as cross-site', () => {
    const fact = response(`${A}x`, [], { ...subresource, initiator: 'null' });
    expect(request(nav(A), fact).requestContext.context).toBe('cross-site');
  });
});

describe('frames', () => {
  it('go with the document that held them', () => {
    const recording = recordingOf(
      nav(A),
      frame(1, 0, B),
      frame(2, 1, A),
      frame(3, 0, A),
      frame(1, 0, `${B}other`),
    );
    expect([...recording.frames.keys()].sort()).toEqual([0, 1, 3]);
    expect([...recordingOf(nav(A), frame(1, 0, B), nav(B)).frames.keys()]).toEqual([0]);
  });

  it('stay when only the URL changes', () => {
    const recording = recordingOf(nav(A), frame(1, 0, B), nav(`${A}#x`, { sameDocument: true }));
    expect([...recording.frames.keys()].sort()).toEqual([0, 1]);
    expect(recording.moments).toHaveLength(1);
  });

  it('that were there when first looked at are no navigation', () => {
    const recording = recordingOf(nav(A, { found: true }));
    expect(recording.moments).toEqual([]);
    expect(recording.sites.get('a.example' as never)?.topLevel).toBe(true);
  });

  it('and documents are bounded, and the page stays', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      frame(index + 1, 0, B, { documentId: `d${index}` }),
    );
    const recording = recordingOf(nav(A), ...many);
    expect(recording.frames.size).toBe(1000);
    expect(recording.documents.size).toBe(500);
    expect(recording.frames.get(0)?.url).toBe(A);
    expect(recording.frames.has(3000)).toBe(true);
  });

  it.each([
    ['a frame that is its own parent', [frame(1, 1, A)], 1],
    ['frames in a ring', [frame(1, 2, A), frame(2, 1, B)], 2],
  ])('%s hang nothing', (_, facts, id) => {
    expect(request(...facts, from(id, `${A}x`)).hasCrossSiteAncestor).toBe(true);
  });
});
