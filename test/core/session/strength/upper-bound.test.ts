import { describe, expect, it } from 'vitest';
import { upperBoundBits } from '../../../../src/core/session/strength/upper-bound.ts';
import * as make from './generators.ts';

const hexIds = (prefix: string, count: number) => make.csprngHex(count).map((id) => prefix + id.slice(0, 16));

describe('upperBoundBits', () => {
  it.each([
    ['nothing', [], 0],
    ['an empty value', [''], 0],
    ['one hex ID of 32 digits', make.csprngHex(1), 128],
    ['one hex ID of 16 digits', ['9f3ab2c177d0e4aa'], 64],
    ['22 characters of base64url', make.csprngBase64url(1), 132],
    ['base64url of 16 octets, of 8', make.csprngBase64url(8), 128],
    ['base64 of 16 octets with padding', ['n4bQgYhMfWWaL+qgxVrQFg=='], 128],
    ['a UUID version 4', make.uuidV4(1), 122],
    ['UUIDs version 4', make.uuidV4(50), 122],
    ['a UUID version 7', ['018f3f8e-7d2b-7c3a-9b1e-3f2a1c0d9e8f'], 74],
    ['a UUID version 1', ['c232ab00-9414-11ec-b3c8-9f6bdeced846'], 14],
    ['the ID of an express value', [`s:${'9f3ab2c1'.repeat(4)}.${'A'.repeat(43)}`], 128],
    ['a prefix among 7 IDs: all positions stand', hexIds('00', 7), 72],
    ['a prefix among 8 IDs: constants count nothing', hexIds('00', 8), 64],
    ['40 bits padded to 128, of 8', make.truncated(8), 40],
    ['8 times the same value', new Array<string>(8).fill('9f3ab2c177d0e4aa'), 0],
    ['groups of hex with dashes', ['9f3ab2c1-77d0e4aa'], 64],
  ])('%s', (_, values, bits) => {
    expect(upperBoundBits(values)).toBeCloseTo(bits, 1);
  });
});
