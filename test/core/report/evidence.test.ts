import { describe, expect, it } from 'vitest';
import { evidenceFor } from '../../../src/core/report/evidence.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

function shownLine(line: string): string {
  const recording = recordingOfEvents(line);
  const [entry] = recording.setCookies.values();
  if (entry === undefined) throw new Error('no line');
  return evidenceFor(recording).line(entry);
}

describe('a Set-Cookie line as evidence', () => {
  it.each([
    [
      'sid=31d4d96e407aad42; Path=/; HttpOnly',
      /^Set-Cookie: sid=<16 bytes, [0-9a-f]{8}>; Path=\/; HttpOnly$/,
    ],
    ['sid=; Max-Age=0', /^Set-Cookie: sid=; Max-Age=0$/],
    [
      'a=1; SameSite=Lax; Domain=shop.example; Expires=Thu, 01 Jan 2026 00:00:00 GMT',
      /SameSite=Lax; Domain=shop\.example; Expires=Thu, 01 Jan 2026 00:00:00 GMT$/,
    ],
    // A semicolon in a value makes the rest of it look like an attribute.
    ['note=a;hunter2;password=swordfish', /^Set-Cookie: note=<1 bytes, [0-9a-f]{8}>; <7 bytes>; <17 bytes>$/],
    ['a=1; SameSite=hunter 2', /SameSite=<8 bytes>$/],
    ['a=1; Path=/x;jsessionid=ABC', /Path=\/x; <13 bytes>$/],
    ['a=1; Max-Age=hunter2', /Max-Age=<7 bytes>$/],
    ['sid=hunter2\u0001', /^Set-Cookie: <12 bytes that are no cookie>$/],
  ])('%j', (line, expected) => {
    expect(shownLine(line)).toMatch(expected);
  });

  it('shows the newest three of many', () => {
    const recording = recordingOfEvents('a=1', 'a=2', 'a=3', 'a=4', 'a=5');
    const shown = evidenceFor(recording).answers([...recording.setCookies.values()]);
    expect(shown).toHaveLength(4);
    expect(shown[3]).toBe('and 2 more like these');
  });

  it('hides a cookie’s value where it stands in the path', () => {
    const url = 'https://shop.example/s/31d4d96e407aad42/page';
    const recording = recordingOfEvents('sid=31d4d96e407aad42');
    expect(evidenceFor(recording).url(url)).toBe('https://shop.example/s/…/page');
  });
});
