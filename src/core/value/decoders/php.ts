import { utf8 } from '../../report/utf8.ts';
import { type DecodeText, never } from '../layer.ts';
import { readPhp, readPhpSession } from '../php-reader.ts';

const SERIALISED = /^(?:[aOCE]:\d+:|s:\d+:"|i:-?\d+;$|d:[-\d.EINF+A]{1,30};$|b:[01];$)/;
const SESSION = /^[\w.-]{1,128}\|(?:[aOCE]:\d+:|s:\d+:"|[idb]:[-\d.]{1,30};|N;)/;

/** PHP's `serialize()`, or the session format `name|value…`. Its structure is read; no class is looked for, nothing is rebuilt. */
export const php: DecodeText = (text) => {
  const session = SESSION.test(text);
  if (!session && !SERIALISED.test(text)) return null;
  const octets = utf8(text);
  const read = session ? readPhpSession(octets) : readPhp(octets);
  if (read === null) return null;
  const notes = [
    `PHP ${session ? 'session data' : 'serialised data'}: its structure is shown, it is never rebuilt.`,
  ];
  if (read.objects) {
    notes.push(
      'It names classes: a server that unserialises it without a signature runs what the sender wants (CWE-502).',
    );
  }
  return {
    layer: { format: 'php-serialized', readable: true, text, data: read.data, notes },
    rewrite: never('PHP data is read here, not written.'),
  };
};
