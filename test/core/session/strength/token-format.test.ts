import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../../src/core/session/strength/token-format.ts';

const ID = 'Zr3gVJ8mX0q5yTqk2c7eHnA4LwUoBvPd';
const SHA256_BASE64 = 'N1tRgUPz4Ao1C9hWq8bGmXyK0dLfVtE6sJcYxR2uQkM';
const SHA1_BASE64URL = 'rAOWFyG5ROIOxriY8pwm9jFma5w';

describe('formatOf', () => {
  it.each([
    ['bare', ID, 'opaque', ID],
    ['in quotes', `"${ID}"`, 'opaque', ID],
    ['express', `s:${ID}.${SHA256_BASE64}`, 'signed', ID],
    ['express, percent-encoded', `s%3A${ID}.${SHA256_BASE64}%3D`, 'signed', ID],
    ['fastify', `${ID}.${SHA256_BASE64}`, 'signed', ID],
    ['Rack', `${ID}--8c5ae09ed57f1e933cc466f5b99ea636d1fc31a2`, 'signed', ID],
    ['itsdangerous around an ID', `${ID}.${SHA1_BASE64URL}`, 'signed', ID],
    [
      'Tomcat with a route',
      '0A1B2C3D4E5F60718293A4B5C6D7E8F9.node1',
      'opaque',
      '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
    ],
    [
      'WebLogic',
      'hZ8mX0q5yTqk2c7eHnA4LwUoBvPd1234!-1234567!98765',
      'opaque',
      'hZ8mX0q5yTqk2c7eHnA4LwUoBvPd1234',
    ],
    ['WebSphere', '0000hZ8mX0q5yTqk2c7eHnA4LwU:1a2b3c', 'opaque', 'hZ8mX0q5yTqk2c7eHnA4LwU'],
    ['broken percent-encoding', '%zz%e0%a4', 'opaque', '%zz%e0%a4'],
    ['empty', '', 'opaque', ''],
  ])('%s', (_, value, kind, id) => {
    expect(formatOf(value)).toMatchObject({ kind, id, notApplicable: null });
  });

  it.each([
    ['JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'signed'],
    ['JWE', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..YWJj.ZGVm.Z2hp', 'sealed'],
    ['PASETO', `v4.local.${'A'.repeat(60)}`, 'sealed'],
    [
      'iron',
      'Fe26.2**0cdd607945dd1dffb7da0b0bf5f1a7daa6218cbae14cac51dcbd91fb077aeb5b*aOZLCKLhCt0D5IU1qLTtYw',
      'sealed',
    ],
    ['Laravel', `eyJpdiI6${'IkJPV3Q1Q09O'.repeat(5)}`, 'sealed'],
    ['ASP.NET data protection', `CfDJ8${'aZ0-_9xk'.repeat(8)}`, 'sealed'],
    ['Fernet', `gAAAAA${'aZ0-_9xk'.repeat(10)}`, 'sealed'],
    ['Django with pickle', `gAJ9cQFVBV9uZXh0cQJYAQAAAC9zLg:1mh2IM:${SHA1_BASE64URL}`, 'signed'],
    ['Rack with Marshal', 'BAhJIgl0ZXN0BjoGRVQ=--8c5ae09ed57f1e933cc466f5b99ea636d1fc31a2', 'signed'],
    ['Flask', `eyJ1c2VyIjoxfQ.YYN0SA.${SHA1_BASE64URL}`, 'signed'],
  ])('%s carries its state, so its length says nothing', (_, value, kind) => {
    const format = formatOf(value);
    expect(format.kind).toBe(kind);
    expect(format.notApplicable).toMatch(/key/);
  });
});
