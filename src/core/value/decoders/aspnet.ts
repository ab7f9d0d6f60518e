import { decodeBase64 } from '../base64.ts';
import { type DecodeText, never, SEALED } from '../layer.ts';

const MAGIC = [0x09, 0xf0, 0xc9, 0xf0];

/** ASP.NET Core data protection: `CfDJ8…` is base64url of a magic number, the key's GUID, and the sealed rest. */
export const aspnetDataProtection: DecodeText = (text) => {
  if (!/^CfDJ8[\w+/-]{60,}={0,2}$/.test(text)) return null;
  const octets = decodeBase64(text);
  if (octets === null || !MAGIC.every((octet, i) => octets[i] === octet)) return null;
  return {
    layer: {
      format: 'aspnet-data-protection',
      readable: false,
      data: { keyId: guid(octets.subarray(4, 20)) },
      notes: [
        'Encrypted and authenticated by ASP.NET Core: only a server with this key (keyId) can read or change it.',
      ],
    },
    rewrite: never(SEALED),
  };
};

/** `chunks-3`: a long cookie of ASP.NET Core, cut into NAMEC1, NAMEC2, NAMEC3. */
export const aspnetChunks: DecodeText = (text) => {
  const [, count = ''] = /^chunks[-:](\d{1,2})$/.exec(text) ?? [];
  if (count === '') return null;
  const notes = [`The value is in ${count} other cookies: this one's name with C1 to C${count} behind it.`];
  return {
    layer: { format: 'aspnet-chunks', readable: true, data: { chunks: Number(count) }, notes },
    rewrite: never('It only counts its parts: edit the value itself.'),
  };
};

/** The first three groups of a GUID stand with their lowest octet first. */
function guid(octets: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const digits = order.map((place) => (octets[place] ?? 0).toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
