import { describe, expect, it } from 'vitest';
import { alphabetOf } from '../../../../src/core/session/strength/alphabet.ts';

describe('alphabetOf', () => {
  it.each([
    ['0042', 'digits', 10],
    ['9f3ab2c1', 'hex', 16],
    ['9F3AB2C1', 'upper-case hex', 16],
    ['9f3AB2c1', 'mixed-case hex', 22],
    ['qwertz', 'lower-case letters', 26],
    ['r5k2ivlqpfqa6', 'base32hex', 32],
    ['MFRGG2DFMZTWQ7', 'base32', 32],
    ['zv0s5y1xw2u4', 'ASP.NET base32', 32],
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'Crockford base32', 32],
    ['zoo8lie9', 'base36', 36],
    ['aZ09lI', 'base62', 62],
    ['aZ0-_9', 'base64url', 64],
    ['aZ0+/9==', 'base64', 64],
    ['aZ0,-9', 'PHP base64', 64],
    ['a{Z}0', 'printable ASCII', 94],
    ['é\ud800z', '3 characters', 3],
    ['', 'none', 0],
  ])('%j is %s', (id, name, size) => {
    expect(alphabetOf([id])).toMatchObject({ name, size });
  });

  it('takes a dash between groups of one case for layout', () => {
    expect(alphabetOf(['9f3a-b2c1-77d0']).name).toBe('hex');
  });
});
