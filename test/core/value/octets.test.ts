import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { adler32, crc32 } from '../../../src/core/value/checksum.ts';
import { inflateGzip, inflateZlib } from '../../../src/core/value/compressed.ts';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { inflate } from '../../../src/core/value/inflate.ts';
import { base64, base64url, formatsOf, inmostOf } from './read.ts';

const TEXT = 'a session is remembered, and remembered, and remembered again';
const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('inflate', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 7919 + (i >> 3)) & 255);
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from(TEXT)],
    ['one octet, many times', Buffer.alloc(60_000, 'x')],
    ['noise', Buffer.from(noise)],
    ['far repeats', Buffer.concat([noise, Buffer.alloc(25_000, 'ab'), noise])],
  ])('gives back what zlib packed: %s', (_, content) => {
    for (const options of [
      { level: 0 },
      { level: 1 },
      { level: 9 },
      { strategy: 2 },
      { strategy: 3 },
      { strategy: 4 },
    ]) {
      const packed = deflateRawSync(content, options);
      const inflated = inflate(packed, 65_536);
      expect(Buffer.from(inflated?.octets ?? []).equals(content)).toBe(true);
      expect(inflated?.used).toBe(packed.length);
      expect(inflated?.cut).toBe(false);
    }
  });

  it('stops at the limit, exactly', () => {
    const packed = deflateRawSync(Buffer.alloc(1000, 'y'));
    expect(inflate(packed, 1000)).toMatchObject({ cut: false });
    expect(inflate(packed, 999)).toMatchObject({ cut: true });
    expect(inflate(packed, 999)?.octets).toHaveLength(999);
  });

  it.each([
    ['nothing', ''],
    ['a block type that is none', '07'],
    ['a stored block with a wrong complement', '010500ffff68656c6c6f'],
    ['a stored block that ends early', '010500faff6865'],
    ['a distance before the beginning', '03022000'],
    ['a code of lengths that asks for too much', 'fdffffffffffffffffff'],
    ['a fixed block without an end', '4b4c4a06'],
    ['286 and more literals', 'f5ff00000000000000'],
  ])('gives nothing for damage: %s', (_, hex) => {
    expect(inflate(bytes(hex), 65_536)).toBeNull();
  });

  it('knows the checksums of the standards', () => {
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
    expect(adler32(Buffer.from('Wikipedia'))).toBe(0x11e60398);
  });

  it('refuses zlib and gzip whose checksum is wrong, or that have a rest', () => {
    const zlib = deflateSync(TEXT);
    const gzip = gzipSync(TEXT);
    expect(Buffer.from(inflateZlib(zlib)?.octets ?? []).toString()).toBe(TEXT);
    expect(Buffer.from(inflateGzip(gzip)?.octets ?? []).toString()).toBe(TEXT);
    for (const [read, packed, at] of [
      [inflateZlib, zlib, zlib.length - 1],
      [inflateGzip, gzip, gzip.length - 6],
    ] as const) {
      const broken = Buffer.from(packed);
      broken[at] = (broken[at] ?? 0) ^ 1;
      expect(read(broken)).toBeNull();
      expect(read(Buffer.concat([packed, Buffer.from([0])]))).toBeNull();
      expect(read(packed.subarray(0, 3))).toBeNull();
    }
  });

  it('passes over the optional fields of a gzip header', () => {
    const body = gzipSync(TEXT).subarray(10);
    const header = Buffer.concat([
      bytes('1f8b081e00000000000302006162'),
      Buffer.from('name\0comment\0'),
      bytes('0000'),
    ]);
    expect(Buffer.from(inflateGzip(Buffer.concat([header, body]))?.octets ?? []).toString()).toBe(TEXT);
    expect(inflateGzip(bytes('1f8b080800000000000361626364'))).toBeNull();
  });
});

describe('octets of a known form, in base64 or hex', () => {
  it.each([
    ['gzip', base64(gzipSync(`{"a":"${TEXT}"}`)), ['base64', 'gzip', 'json']],
    ['zlib', base64url(deflateSync(TEXT)), [expect.stringMatching(/^base64/), 'zlib']],
    ['zlib in hex', deflateSync(TEXT).toString('hex'), ['hex', 'zlib']],
    ['deflate', base64(deflateRawSync(TEXT)), ['base64', 'deflate']],
    ['gzip in gzip', base64(gzipSync(gzipSync(TEXT))), ['base64', 'gzip', 'gzip']],
    ['Ruby', base64(bytes('04087b063a09757365724922086d6178063a064554')), ['base64', 'ruby-marshal']],
    [
      'pickle',
      base64(bytes('80037d710058040000006e616d65710158030000006d617871027300732e')),
      ['base64', 'python-pickle'],
    ],
    ['Java', base64(bytes('aced00057372000e6a6176612e6c616e672e4c6f6e67')), ['base64', 'java-serialized']],
    ['.NET', base64(bytes('0001000000ffffffff0100000000000000')), ['base64', 'dotnet-binary']],
    [
      'protobuf',
      base64(bytes('0a0b68656c6c6f20776f726c6410961a1a056672616e6b25010203042900000000000000ff')),
      ['base64', 'protobuf'],
    ],
  ])('%s', (_, value, formats) => {
    expect(formatsOf(value)).toEqual(formats);
    expect(decodeValue(value).layers.every(({ readable }) => readable)).toBe(true);
  });

  it.each([
    ['random octets', base64(bytes('8f3c9d1be2a7604f5c21d8b96ea30f77'))],
    ['protobuf without text', base64(bytes('0801100218032004'))],
    ['protobuf of one field', base64(bytes('0a0ee68891e698afe4b880e4b8aaff01'))],
    ['protobuf with a rest', base64(bytes('0a0b68656c6c6f20776f726c6410961a1a7f66'))],
    ['zlib, broken', base64(deflateSync(TEXT).subarray(0, 30))],
    ['Ruby of another version', base64(bytes('04097b063a09757365724922086d6178063a064554'))],
    ['half a pickle', base64(bytes('80037d710058040000006e616d65710158030000006d61787102'))],
    ['Java of another version', base64(bytes('aced00067372000e6a6176'))],
  ])('near miss: %s', (_, value) => {
    expect(formatsOf(value)).toEqual([]);
  });

  it('shows the fields of protobuf', () => {
    expect(inmostOf(base64(bytes('0a0b68656c6c6f20776f726c6410961a1a056672616e6b2501020304'))).data).toEqual([
      { field: 1, wire: 'len', value: 'hello world' },
      { field: 2, wire: 'varint', value: 3350 },
      { field: 3, wire: 'len', value: 'frank' },
      { field: 4, wire: 'i32', value: '0x01020304' },
    ]);
  });

  it('shows the words of foreign objects and rebuilds nothing', () => {
    const layer = inmostOf(base64(bytes('80037d710058040000006e616d65710158030000006d617871027300732e')));
    expect(layer.text).toContain('name');
    expect(layer.notes.join(' ')).toContain('CWE-502');
  });

  it('unpacks a bomb to 64 KiB and says so', () => {
    const { layers } = decodeValue(base64(gzipSync(Buffer.alloc(20_000_000, 'z'))));
    expect(layers.map(({ format }) => format)).toEqual(['base64', 'gzip']);
    expect(layers[1]?.text).toHaveLength(65_536);
    expect(layers[1]?.notes.join(' ')).toContain('64 KiB');
  });
});
