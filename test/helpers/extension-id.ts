import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The ID Chromium gives an unpacked extension: the first 128 bits of SHA-256 over its public key, or over its
 * absolute path where the manifest has no `key`, written with the letters a to p.
 * https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/id_util.cc
 */
export function unpackedExtensionId(folder: string): string {
  const path = realpathSync(folder);
  const manifest: unknown = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'));
  const key =
    typeof manifest === 'object' && manifest !== null && 'key' in manifest ? manifest.key : undefined;
  const seed =
    typeof key === 'string'
      ? Buffer.from(key, 'base64')
      : Buffer.from(path, process.platform === 'win32' ? 'utf16le' : 'utf8');
  const hex = createHash('sha256').update(seed).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
