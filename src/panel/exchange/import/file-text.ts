import { MOST_CHARACTERS } from '../../../core/exchange/types.ts';

/** A longer file is not even read; of a shorter one the reader says whether it is too long. */
export const MOST_BYTES = 2 * MOST_CHARACTERS;

/** A file's text. What begins like UTF-16 is: PowerShell's `>` writes it. */
export async function fileText(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
