import { isLikelyTime, isoDate } from '../instant.ts';
import { type DecodeText, NO_EDIT, never } from '../layer.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: 26 characters of Crockford's base32, 48 bits of milliseconds, 80 random bits. Only with a likely time. */
export const ulid: DecodeText = (text) => {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text)) return null;
  let at = 0;
  for (const char of text.slice(0, 10)) at = at * 32 + CROCKFORD.indexOf(char);
  if (!isLikelyTime(at)) return null;
  return {
    layer: {
      format: 'ulid',
      readable: true,
      data: { at },
      notes: [
        `Made ${isoDate(at)}, by its form.`,
        'The other 80 bits are random, unless it was counted up within a millisecond.',
      ],
      times: [{ kind: 'made', at }],
    },
    rewrite: never(NO_EDIT),
  };
};
